using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Rows;

namespace Tamiz.Integrity.Reading;

/// <summary>A small table as CSV: the headings that it needs, in any order, and rows of texts.</summary>
internal static class CsvTable
{
    /// <summary>A row.</summary>
    /// <param name="Line">Line of the file.</param>
    /// <param name="Fields">A text for each heading asked for, trimmed; empty where an optional column is missing.</param>
    /// <param name="Where">The place of each of them.</param>
    public sealed record Row(long Line, string[] Fields, Place[] Where);

    /// <summary>Reads a table. A row that is broken is a diagnostic, and the others stand.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="file">Its name for diagnostics.</param>
    /// <param name="needed">Headings that have to be there.</param>
    /// <param name="optional">Headings that may be.</param>
    /// <param name="diagnostics">Receives TZ0301, TZ0303 to TZ0307.</param>
    public static IReadOnlyList<Row> Read(byte[] content, string file, IReadOnlyList<string> needed, IReadOnlyList<string> optional, ICollection<Diagnostic> diagnostics)
    {
        var rows = Texts(content, file, diagnostics).ToList();
        if (rows.Count == 0)
        {
            diagnostics.Add(CsvDiagnostics.Empty.At(new Place(file), ""));
            return [];
        }

        string[] all = [.. needed, .. optional];
        var headings = rows[0].Fields;
        var unknown = Array.FindIndex(headings, heading => !all.Contains(heading, StringComparer.Ordinal));
        if (unknown >= 0 || needed.Any(heading => !headings.Contains(heading, StringComparer.Ordinal)))
        {
            diagnostics.Add(CsvDiagnostics.MissingColumn.At(new Place(file, rows[0].Line), string.Join(',', headings), string.Join(',', all)));
            return [];
        }

        if (headings.Distinct(StringComparer.Ordinal).Count() < headings.Length)
        {
            diagnostics.Add(CsvDiagnostics.DuplicateColumn.At(new Place(file, rows[0].Line), string.Join(',', headings)));
            return [];
        }

        var places = all.Select(heading => Array.IndexOf(headings, heading)).ToArray();
        var whole = new List<Row>();
        foreach (var (line, fields) in rows.Skip(1))
        {
            if (fields.Length == headings.Length)
            {
                whole.Add(new Row(line, [.. places.Select(place => place < 0 ? "" : fields[place])], [.. places.Select((place, index) => new Place(file, line, place + 1, all[index]))]));
            }
            else
            {
                diagnostics.Add(CsvDiagnostics.FieldCount.At(new Place(file, line), fields.Length.ToString(CultureInfo.InvariantCulture), $"{headings.Length} fields"));
            }
        }

        return whole;
    }

    private static IEnumerable<(long Line, string[] Fields)> Texts(byte[] content, string file, ICollection<Diagnostic> diagnostics)
    {
        using var stream = new MemoryStream(content);
        var reader = new CsvReader(stream);
        while (reader.Read() is { } batch)
        {
            foreach (var row in batch.Rows)
            {
                var fields = Enumerable.Range(0, row.FieldCount).Select(index => batch.Field(row, index)).ToArray();
                var broken = Array.FindIndex(fields, field => field.Kind == RawKind.Broken);
                var garbled = Array.FindIndex(fields, field => !Utf8.IsValid(batch.Raw(field)));
                if (broken >= 0 || garbled >= 0)
                {
                    diagnostics.Add((broken >= 0 ? CsvDiagnostics.BadQuotes : CsvDiagnostics.NotUtf8).At(new Place(file, row.Line, Math.Max(broken, garbled) + 1), ""));
                    continue;
                }

                yield return (row.Line, [.. fields.Select(field => Unquoted(Encoding.UTF8.GetString(batch.Raw(field)), field.Kind))]);
            }
        }
    }

    private static string Unquoted(string text, RawKind kind) => (kind == RawKind.Escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text).Trim();
}
