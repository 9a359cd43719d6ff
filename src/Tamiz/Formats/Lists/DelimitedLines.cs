using System.Text;
using Tamiz.Formats.Csv;

namespace Tamiz.Formats.Lists;

/// <summary>The rows of a small delimited file as trimmed texts, a line a row: an open quote harms its own line only.</summary>
internal static class DelimitedLines
{
    public static IEnumerable<DelimitedLine> Read(byte[] file, char delimiter = ',')
    {
        var batch = CsvReader.Recut(Cut(file), delimiter);
        foreach (var row in batch.Rows)
        {
            yield return Line(batch, row);
        }
    }

    private static List<(long Line, byte[] Raw, bool TooLong)> Cut(byte[] file)
    {
        var rows = new List<(long, byte[], bool)>();
        var start = file.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        for (var line = 1L; start < file.Length; line++)
        {
            var at = file.AsSpan(start).IndexOf((byte)'\n');
            var end = at < 0 ? file.Length : start + at;
            var raw = file.AsSpan(start, end - start).TrimEnd("\r\u001A"u8);
            if (raw.ContainsAnyExcept((byte)' ', (byte)'\t'))
            {
                rows.Add((line, raw.ToArray(), raw.Length > CsvReader.MaxRow));
            }

            start = end + 1;
        }

        return rows;
    }

    private static DelimitedLine Line(CsvBatch batch, CsvRow row)
    {
        var fields = new string[row.FieldCount];
        var broken = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            var field = batch.Field(row, i);
            var text = Encoding.UTF8.GetString(batch.Raw(field));
            fields[i] = (field.Kind == CsvFieldKind.Escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text).Trim();
            broken = field.Kind == CsvFieldKind.Broken && broken == 0 ? i + 1 : broken;
        }

        return new DelimitedLine(row.Line, fields, broken);
    }
}
