using System.Globalization;
using System.Text.Json;
using ParquetSharp;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Mappings;

namespace Tamiz.Trials;

/// <summary>The mapped columns of a CSV file of declarations, written again as JSON lines and as Parquet with typed columns.</summary>
internal sealed class CarriedRows(string csv, Mapping mapping)
{
    private const int GroupRows = 100_000;

    private readonly List<(string Heading, TargetKind Kind)> _columns =
        [.. mapping.Headings.Distinct(StringComparer.Ordinal).Select(heading => (heading.Trim(), mapping.Fields.FirstOrDefault(field => field.Column == heading)?.Target.Kind ?? TargetKind.Text))];

    /// <summary>Writes a declaration a line, its items in an array, numbers as numbers.</summary>
    public void WriteJson(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        using var json = new Utf8JsonWriter(file);
        foreach (var declaration in Declarations())
        {
            json.WriteStartObject();
            WriteFields(json, declaration[0], ofItem: false);
            json.WriteStartArray("items");
            foreach (var row in declaration)
            {
                json.WriteStartObject();
                WriteFields(json, row, ofItem: true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
            file.WriteByte((byte)'\n');
            json.Reset();
        }
    }

    /// <summary>Writes texts, doubles and days, in groups of 100,000 rows.</summary>
    public void WriteParquet(string path)
    {
        Column[] columns = [.. _columns.Select<(string Heading, TargetKind Kind), Column>(column => column.Kind switch
        {
            TargetKind.Number or TargetKind.Whole => new Column<double?>(column.Heading),
            TargetKind.Date => new Column<Date?>(column.Heading),
            _ => new Column<string>(column.Heading),
        })];
        using var file = new ParquetFileWriter(path, columns, null, Compression.Zstd);
        foreach (var rows in Rows().Chunk(GroupRows))
        {
            using var group = file.AppendRowGroup();
            for (var i = 0; i < columns.Length; i++)
            {
                var column = i;
                using var writer = group.NextColumn();
                switch (_columns[i].Kind)
                {
                    case TargetKind.Number or TargetKind.Whole:
                        Write(writer, [.. rows.Select(row => row[column].Length == 0 ? (double?)null : double.Parse(row[column], CultureInfo.InvariantCulture))]);
                        break;
                    case TargetKind.Date:
                        Write(writer, [.. rows.Select(row => DateOf(row[column]))]);
                        break;
                    default:
                        Write(writer, [.. rows.Select(row => row[column].Length == 0 ? null : row[column])]);
                        break;
                }
            }
        }

        file.Close();
    }

    private static void Write<T>(ColumnWriter column, T[] values)
    {
        using var writer = column.LogicalWriter<T>();
        writer.WriteBatch(values);
    }

    private void WriteFields(Utf8JsonWriter json, string[] row, bool ofItem)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var (heading, kind) = _columns[i];
            if (IsOfItem(heading) != ofItem || row[i].Length == 0)
            {
                continue;
            }

            json.WritePropertyName(heading);
            if (kind is TargetKind.Number or TargetKind.Whole)
            {
                json.WriteRawValue(row[i]);
            }
            else
            {
                json.WriteStringValue(row[i]);
            }
        }
    }

    private bool IsOfItem(string heading) =>
        mapping.Fields.FirstOrDefault(field => field.Column == heading) is not { } field || field.Target.Id.StartsWith("item.", StringComparison.Ordinal);

    private Date? DateOf(string text) => text.Length == 0 ? null
        : new Date(DateOnly.ParseExact(text, mapping.Dates[0], CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);

    /// <summary>Successive rows of one identity.</summary>
    private IEnumerable<List<string[]>> Declarations()
    {
        var identity = Enumerable.Range(0, _columns.Count)
            .Where(column => mapping.Fields.Any(field => field.Column == _columns[column].Heading && field.Target.Id is "declaration.office" or "declaration.year" or "declaration.number")).ToList();
        List<string[]> declaration = [];
        foreach (var row in Rows())
        {
            if (declaration.Count > 0 && identity.Exists(column => declaration[0][column] != row[column]))
            {
                yield return declaration;
                declaration = [];
            }

            declaration.Add(row);
        }

        if (declaration.Count > 0)
        {
            yield return declaration;
        }
    }

    private IEnumerable<string[]> Rows()
    {
        using var stream = File.OpenRead(csv);
        var reader = new CsvReader(stream, mapping.Delimiter);
        int[]? places = null;
        while (reader.Read() is { } batch)
        {
            foreach (var row in batch.Rows)
            {
                string[] fields = [.. Enumerable.Range(0, row.FieldCount).Select(i => System.Text.Encoding.UTF8.GetString(batch.Raw(batch.Field(row, i))).Replace("\"\"", "\"", StringComparison.Ordinal))];
                if (places is null)
                {
                    places = [.. _columns.Select(column => Array.FindIndex(fields, heading => heading.Trim() == column.Heading))];
                    continue;
                }

                yield return [.. places.Select(place => fields[place])];
            }
        }
    }
}
