using System.Text;
using Tamiz.Formats.Csv;

namespace Tamiz.Formats.Mappings;

/// <summary>A mapping applied to the headings of one file: which column fills which field.</summary>
public sealed class ColumnPlan
{
    private ColumnPlan(Mapping mapping, string file, IReadOnlyList<string> headings)
    {
        Mapping = mapping;
        File = file;
        Headings = headings;
    }

    /// <summary>The mapping.</summary>
    public Mapping Mapping { get; }

    /// <summary>The file's name, for diagnostics.</summary>
    public string File { get; }

    /// <summary>The headings, trimmed.</summary>
    public IReadOnlyList<string> Headings { get; }

    internal List<(FieldMapping Field, int Column)> Fields { get; } = [];

    internal int Finding { get; private set; } = -1;

    internal int Known { get; private set; } = -1;

    internal int Recovered { get; private set; } = -1;

    /// <summary>The columns that were there at lodgement.</summary>
    internal int[] Lodged { get; private set; } = [];

    internal int[] Goods { get; private set; } = [];

    /// <summary>Finds the mapping's columns among the headings of a file; null, with diagnostics, where one is missing or stands twice, or the headings cannot be read.</summary>
    public static ColumnPlan? Create(Mapping mapping, string file, CsvBatch batch, in CsvRow headings, ICollection<Diagnostic> diagnostics)
    {
        if (Broken(file, mapping.Delimiter, batch, headings) is { } broken)
        {
            diagnostics.Add(broken);
            return null;
        }

        var names = new List<string>();
        for (var i = 0; i < headings.FieldCount; i++)
        {
            names.Add(Encoding.UTF8.GetString(batch.Raw(batch.Field(headings, i))).Replace("\"\"", "\"", StringComparison.Ordinal).Trim());
        }

        var plan = new ColumnPlan(mapping, file, names);
        var before = diagnostics.Count;
        foreach (var field in mapping.Fields)
        {
            plan.Fields.Add((field, field.Column is null ? -1 : plan.Find(field.Column, headings.Line, diagnostics)));
        }

        if (mapping.Finding is { } finding && plan.Has(finding.Column))
        {
            plan.Finding = plan.Find(finding.Column, headings.Line, diagnostics);
            plan.Known = finding.KnownColumn is null ? -1 : plan.Find(finding.KnownColumn, headings.Line, diagnostics);
            plan.Recovered = finding.RecoveredColumn is null ? -1 : plan.Find(finding.RecoveredColumn, headings.Line, diagnostics);
        }

        var line = headings.Line;
        plan.Goods = [.. mapping.Goods.Select(column => plan.Find(column, line, diagnostics))];
        var after = mapping.ColumnsAfterLodgement.Select(column => column.Trim()).ToHashSet(StringComparer.Ordinal);
        plan.Lodged = [.. Enumerable.Range(0, names.Count).Where(column => !after.Contains(names[column]))];
        return diagnostics.Count == before ? plan : null;
    }

    /// <summary>The place of a field of a row.</summary>
    internal Place At(in CsvRow row, int column) => new(File, row.Line, column + 1, Headings[column]);

    private bool Has(string column) => Headings.Contains(column.Trim(), StringComparer.Ordinal);

    private int Find(string column, long line, ICollection<Diagnostic> diagnostics)
    {
        var name = column.Trim();
        var found = -1;
        for (var i = 0; i < Headings.Count; i++)
        {
            if (!string.Equals(Headings[i], name, StringComparison.Ordinal))
            {
                continue;
            }

            if (found >= 0)
            {
                diagnostics.Add(CsvDiagnostics.DuplicateColumn.At(new Place(File, line, i + 1, name), name));
                return found;
            }

            found = i;
        }

        if (found < 0)
        {
            var near = Nearest.To(name, Headings);
            diagnostics.Add(CsvDiagnostics.MissingColumn.At(new Place(File, line, 0, name), string.Join(Mapping.Delimiter, Headings.Take(60)),
                near is null ? $"a column «{name}»" : $"a column «{name}» (is it «{near}»?)"));
        }

        return found;
    }

    /// <summary>What is wrong with the headings as text; null where nothing is.</summary>
    private static Diagnostic? Broken(string file, char delimiter, CsvBatch batch, in CsvRow headings)
    {
        if (headings.TooLong)
        {
            var line = batch.Raw(headings);
            var (column, start) = OpenQuote(line, (byte)delimiter);
            var shown = line.Slice(start, Math.Min(line.Length - start, 80));
            return (column == 0 ? CsvDiagnostics.RowTooLong : CsvDiagnostics.BadQuotes).At(new Place(file, headings.Line, column), Encoding.UTF8.GetString(shown));
        }

        for (var i = 0; i < headings.FieldCount; i++)
        {
            if (RowFields.Unreadable(batch, batch.Field(headings, i), new Place(file, headings.Line, i + 1)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>The field, from 1, whose quote does not close on the line, and where it begins; 0 where there is none.</summary>
    private static (int Column, int Start) OpenQuote(ReadOnlySpan<byte> line, byte delimiter)
    {
        var start = 0;
        for (var column = 1; start < line.Length; column++)
        {
            var end = start;
            while (end < line.Length && line[end] == '"')
            {
                // The opening quote, or the second of a doubled one: on to the next.
                var closing = line[(end + 1)..].IndexOf((byte)'"');
                if (closing < 0)
                {
                    return (column, start);
                }

                end += closing + 2;
            }

            var next = line[end..].IndexOf(delimiter);
            start = next < 0 ? line.Length : end + next + 1;
        }

        return (0, 0);
    }
}
