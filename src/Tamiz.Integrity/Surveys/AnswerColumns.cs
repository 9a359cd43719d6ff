using System.Text;
using Tamiz.Formats.Csv;

namespace Tamiz.Integrity.Surveys;

/// <summary>A column of a file of answers.</summary>
/// <param name="id">Id of its question.</param>
/// <param name="position">Where its value stands in a row: background questions, then statements.</param>
/// <param name="categories">Ids of its categories; none for a statement.</param>
internal sealed class AnswerColumn(string id, int position, IReadOnlyList<string>? categories)
{
    private readonly byte[][] _codes = [.. (categories ?? []).Select(Encoding.UTF8.GetBytes)];

    public string Id => id;

    public int Position => position;

    public bool IsStatement => categories is null;

    public IReadOnlyList<string> Categories => categories ?? [];

    /// <summary>Reads a field; what is empty is not answered.</summary>
    public bool TryRead(ReadOnlySpan<byte> field, out sbyte value)
    {
        field = field.Trim(" \t"u8);
        value = (sbyte)(IsStatement ? 0 : -1);
        if (field.IsEmpty)
        {
            return true;
        }

        if (IsStatement)
        {
            value = field.Length == 1 && field[0] is >= (byte)'0' and <= (byte)'5' ? (sbyte)(field[0] - '0') : (sbyte)-1;
            return value >= 0;
        }

        for (var index = 0; index < _codes.Length && value < 0; index++)
        {
            value = field.SequenceEqual(_codes[index]) ? (sbyte)index : value;
        }

        return value >= 0;
    }
}

/// <summary>Finds what the headings of a file of answers are.</summary>
internal sealed class AnswerColumns(string file, long line, SurveyForm form, ICollection<Diagnostic> diagnostics)
{
    /// <summary>The columns; none where the file cannot be read.</summary>
    public AnswerColumn[] Of(string[] headings)
    {
        var columns = headings.Select(Find).ToArray();
        var known = columns.OfType<AnswerColumn>().Select(column => column.Id).ToList();
        if (!columns.Any(column => column is { IsStatement: true }))
        {
            SayIdentifying(headings);
            diagnostics.Add(AnswerDiagnostics.NoStatements.At(new Place(file, line), string.Join(',', headings)));
            return [];
        }

        for (var index = 0; index < headings.Length; index++)
        {
            var where = new Place(file, line, index + 1, headings[index]);
            if (columns[index] is null)
            {
                diagnostics.Add(IdentifyingColumns.Hints(headings[index]) ? AnswerDiagnostics.IdentifyingColumn.At(where, headings[index])
                    : AnswerDiagnostics.UnknownColumn.At(where, headings[index], Nearest.To(headings[index], Ids) is { } near ? $"«{near}»" : null));
            }
            else if (known.IndexOf(headings[index]) < known.LastIndexOf(headings[index]) && Array.IndexOf(headings, headings[index]) == index)
            {
                diagnostics.Add(CsvDiagnostics.DuplicateColumn.At(where, headings[index]));
            }
        }

        if (columns.Contains(null) || known.Distinct(StringComparer.Ordinal).Count() < known.Count)
        {
            return [];
        }

        var missing = Ids.Except(known, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            diagnostics.Add(AnswerDiagnostics.NotAsked.At(new Place(file, line), string.Join(", ", missing)));
        }

        return [.. columns.OfType<AnswerColumn>()];
    }

    private IEnumerable<string> Ids => form.Backgrounds.Where(background => background.Categories.Count > 0).Select(background => background.Id).Concat(form.Statements.Select(statement => statement.Id));

    private void SayIdentifying(string[] headings)
    {
        foreach (var (index, heading) in headings.Index().Where(one => IdentifyingColumns.Hints(one.Item)))
        {
            diagnostics.Add(AnswerDiagnostics.IdentifyingColumn.At(new Place(file, line, index + 1, heading), heading));
        }
    }

    private AnswerColumn? Find(string heading)
    {
        for (var index = 0; index < form.Backgrounds.Count; index++)
        {
            if (form.Backgrounds[index] is { Categories.Count: > 0 } background && background.Id == heading)
            {
                return new AnswerColumn(heading, index, [.. background.Categories.Select(category => category.Id)]);
            }
        }

        for (var index = 0; index < form.Statements.Count; index++)
        {
            if (form.Statements[index].Id == heading)
            {
                return new AnswerColumn(heading, form.Backgrounds.Count + index, null);
            }
        }

        return null;
    }
}
