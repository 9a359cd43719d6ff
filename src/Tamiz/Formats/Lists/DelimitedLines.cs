using System.Text;
using Tamiz.Formats.Csv;

namespace Tamiz.Formats.Lists;

/// <summary>The rows of a small delimited file as texts; invalid bytes read as U+FFFD.</summary>
internal static class DelimitedLines
{
    public static IEnumerable<(long Line, string[] Fields)> Read(byte[] file, char delimiter = ',')
    {
        var reader = new CsvReader(new MemoryStream(file), delimiter);
        while (reader.Read() is { } batch)
        {
            foreach (var row in batch.Rows)
            {
                yield return (row.Line, Fields(batch, row));
            }
        }
    }

    private static string[] Fields(CsvBatch batch, CsvRow row)
    {
        var fields = new string[row.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = batch.Field(row, i);
            var text = Encoding.UTF8.GetString(batch.Raw(field));
            fields[i] = (field.Kind == CsvFieldKind.Escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text).Trim();
        }

        return fields;
    }
}
