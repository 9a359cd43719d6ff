using System.Text;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Rows;

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

    private static List<KeptRow> Cut(byte[] file)
    {
        var rows = new List<KeptRow>();
        var start = file.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        for (var line = 1L; start < file.Length; line++)
        {
            var at = file.AsSpan(start).IndexOf((byte)'\n');
            var end = at < 0 ? file.Length : start + at;
            var raw = file.AsSpan(start, end - start).TrimEnd("\r\u001A"u8);
            if (raw.ContainsAnyExcept((byte)' ', (byte)'\t'))
            {
                rows.Add(new KeptRow(line, raw.ToArray(), raw.Length > CsvReader.MaxRow));
            }

            start = end + 1;
        }

        return rows;
    }

    private static DelimitedLine Line(RawBatch batch, RawRow row)
    {
        var fields = new string[row.FieldCount];
        var broken = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            var field = batch.Field(row, i);
            var text = Encoding.UTF8.GetString(batch.Raw(field));
            fields[i] = (field.Kind == RawKind.Escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text).Trim();
            broken = field.Kind == RawKind.Broken && broken == 0 ? i + 1 : broken;
        }

        return new DelimitedLine(row.Line, fields, broken);
    }
}
