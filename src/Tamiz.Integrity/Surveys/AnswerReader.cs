using System.Text;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Rows;

namespace Tamiz.Integrity.Surveys;

/// <summary>
/// Reads a file of answers: a row a respondent, ids of questions as headings. The order of the rows is destroyed: what is given does
/// not depend on it.
/// </summary>
public sealed class AnswerReader
{
    private const int ManyAnswers = 10;
    private const int SeveralValues = 3;

    private readonly string _file;
    private readonly SurveyForm _form;
    private readonly ICollection<Diagnostic> _diagnostics;
    private readonly List<sbyte[]> _rows = [];
    private AnswerColumn[] _columns = [];
    private int _refused;

    private AnswerReader(string file, SurveyForm form, ICollection<Diagnostic> diagnostics) => (_file, _form, _diagnostics) = (file, form, diagnostics);

    /// <summary>Reads answers. Rows that cannot be used are refused with their diagnostic, and the others stand.</summary>
    /// <param name="content">The file's bytes: UTF-8, separated by commas, semicolons or tabs.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="form">What was asked, with the categories of the round.</param>
    /// <param name="diagnostics">Receives TZ0301 to TZ0307, TZ0310, TZ2917 to TZ2925.</param>
    /// <returns>Null where the file cannot be read at all.</returns>
    public static AnswerReading? Read(byte[] content, string file, SurveyForm form, ICollection<Diagnostic> diagnostics) => new AnswerReader(file, form, diagnostics).Read(content);

    private AnswerReading? Read(byte[] content)
    {
        if (!AnswerText.IsText(content))
        {
            _diagnostics.Add(CsvDiagnostics.NotText.At(new Place(_file), ""));
            return null;
        }

        using var stream = new MemoryStream(content);
        var reader = new CsvReader(stream, AnswerText.DelimiterOf(content));
        var (begun, read) = (false, 0);
        while (reader.Read() is { } batch)
        {
            foreach (var row in batch.Rows)
            {
                if (!begun && !TryColumns(batch, row))
                {
                    return null;
                }

                read += begun ? 1 : 0;
                _refused += begun && !TryRow(batch, row) ? 1 : 0;
                begun = true;
            }
        }

        if (_rows.Count == 0)
        {
            _diagnostics.Add((begun ? AnswerDiagnostics.NoRows : CsvDiagnostics.Empty).At(new Place(_file), begun ? $"{read} rows, {_refused} refused" : ""));
            return null;
        }

        return Close(read);
    }

    private bool TryColumns(RawBatch batch, RawRow row)
    {
        string[] headings = [.. Enumerable.Range(0, row.FieldCount).Select(index => AnswerText.Of(batch, batch.Field(row, index)) ?? "")];
        var plan = new AnswerColumns(_file, row.Line, _form, _diagnostics);
        _columns = plan.Of(headings);
        return _columns.Length > 0;
    }

    private bool TryRow(RawBatch batch, RawRow row)
    {
        if (row.TooLong || row.FieldCount != _columns.Length)
        {
            _diagnostics.Add((row.TooLong ? CsvDiagnostics.RowTooLong : CsvDiagnostics.FieldCount).At(new Place(_file, row.Line), $"{row.FieldCount}", $"{_columns.Length} fields"));
            return false;
        }

        var values = new sbyte[_form.Backgrounds.Count + _form.Statements.Count];
        values.AsSpan(0, _form.Backgrounds.Count).Fill(-1);
        for (var index = 0; index < _columns.Length; index++)
        {
            var (column, field) = (_columns[index], batch.Field(row, index));
            if (!column.TryRead(batch.Raw(field), out values[column.Position]))
            {
                Refuse(batch, field, column, new Place(_file, row.Line, index + 1, column.Id));
                return false;
            }
        }

        if (!values.AsSpan(_form.Backgrounds.Count).ContainsAnyExcept((sbyte)0))
        {
            _diagnostics.Add(AnswerDiagnostics.NothingAnswered.At(new Place(_file, row.Line), ""));
            return false;
        }

        _rows.Add(values);
        return true;
    }

    private void Refuse(RawBatch batch, RawField field, AnswerColumn column, Place where)
    {
        var text = AnswerText.Of(batch, field);
        _diagnostics.Add(field.Kind == RawKind.Broken ? CsvDiagnostics.BadQuotes.At(where, "")
            : text is null ? CsvDiagnostics.NotUtf8.At(where, Encoding.Latin1.GetString(batch.Raw(field)))
            : column.IsStatement ? AnswerDiagnostics.OffScale.At(where, text)
            : AnswerDiagnostics.UnknownCategory.At(where, text, Nearest.To(text, column.Categories) is { } near ? $"«{near}»" : null));
    }

    private AnswerReading Close(int read)
    {
        _rows.Sort((left, right) => left.AsSpan().SequenceCompareTo(right));
        var repeated = 0;
        for (var row = 1; row < _rows.Count; row++)
        {
            repeated += _rows[row].AsSpan().SequenceEqual(_rows[row - 1]) && Varies(_rows[row].AsSpan(_form.Backgrounds.Count)) ? 1 : 0;
        }

        if (repeated > 0)
        {
            _diagnostics.Add(AnswerDiagnostics.Repeated.At(new Place(_file), $"{repeated} of {_rows.Count} rows"));
        }

        var strata = _form.Backgrounds.Select((background, index) => new StratumColumn(background.Id, [.. background.Categories.Select(category => category.Id)], [.. _rows.Select(row => (int)row[index])]));
        var statements = _form.Statements.Select((statement, index) => new StatementColumn(statement.Id, statement.Factor, [.. _rows.Select(row => Turned(row[_form.Backgrounds.Count + index], statement))]));
        return new AnswerReading(new AnswerTable(_rows.Count, [.. strata], [.. statements]), read, _refused, repeated);
    }

    // Two who answer everything alike, 5 and 5 and 5, are two; two who agree in thirty varied answers are one form entered twice.
    private static bool Varies(ReadOnlySpan<sbyte> answers)
    {
        var (given, values) = (0, 0);
        foreach (var answer in answers)
        {
            given += answer > 0 ? 1 : 0;
            values |= 1 << answer;
        }

        return given >= ManyAnswers && System.Numerics.BitOperations.PopCount((uint)values & ~1u) >= SeveralValues;
    }

    private static sbyte Turned(sbyte answer, Statement statement) => (sbyte)(statement.IsReversed && answer > 0 ? 6 - answer : answer);
}
