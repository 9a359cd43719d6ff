using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using ParquetSharp;
using Encoding = System.Text.Encoding;
using StringBuilder = System.Text.StringBuilder;

namespace Tamiz.Tests.Formats.Carriers;

/// <summary>One table of declarations, written in each of the three carriers.</summary>
public sealed record CarriedTable(IReadOnlyList<CarriedTable.Lodged> Declarations)
{
    public const string Mapping = """
        name: carried
        row: item
        dates: [yyyy-MM-dd]
        missing: [NA]
        fields:
          declaration.office: declaration.office
          declaration.number: declaration.number
          declaration.lodgedAt: declaration.lodgedAt
          declaration.containers: declaration.containers
          declaration.packages: declaration.packages
          importer.id: importer.id
          importer.name: importer.name
          item.sequence: item.sequence
          item.hs: item.hs
          item.description: item.description
          item.netMass: item.netMass
          item.customsValue: item.customsValue
          item.customsValueCurrency: {constant: USD}
          item.code.flag: item.flag
        finding:
          column: finding.result
          nonCompliant: ["true"]
          compliant: ["false"]
          area: revenue
          knownAt: finding.knownAt
        goods: [item.hs, item.netMass]
        """;

    private static readonly string[] Headings =
    [
        "declaration.office", "declaration.number", "declaration.lodgedAt", "declaration.containers", "declaration.packages", "importer.id", "importer.name",
        "item.sequence", "item.hs", "item.description", "item.netMass", "item.customsValue", "item.flag", "finding.result", "finding.knownAt",
    ];

    private static readonly Gen<string?> Word = OneOf<string?>(
        null, null, "Coffee", "a,b", "say \"so\"", "two\nlines", "Café قهوة 😀", "\\back/slash", "\ttab", "=1+1", "NA", "0x", "'");

    private static readonly Gen<Goods> Item =
        from hs in OneOf<string?>("090111", "2208.30", "0101", null)
        from description in Word
        from mass in Gen.Int[0, 100_000].Select(grams => grams / 1000m).Nullable()
        from value in Gen.Long[0, 99_999_999].Select(cents => cents / 100m).Nullable()
        from flag in Gen.Bool.Nullable()
        from found in Gen.Bool.Nullable()
        from knownOn in Gen.Int[0, 40].Nullable()
        select new Goods(hs, description, mass, value, flag, found, knownOn is { } days ? new DateOnly(2026, 2, 1).AddDays(days) : null);

    private static readonly Gen<Lodged> Declaration =
        from office in OneOf("HN1", "HN2")
        from day in Gen.Int[0, 30]
        from containers in OneOf("MSKU1234565", "TGHU3396736").Array[0, 3]
        from packages in Gen.Int[0, 500].Nullable()
        from id in OneOf<string?>("0801", "0802", null)
        from name in Word
        from items in Item.Array[1, 4]
        select new Lodged(office, "", new DateOnly(2026, 1, 1).AddDays(day), containers, packages, id, name, items);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Tables in the order of lodgement, or in none.</summary>
    public static Gen<CarriedTable> Any(bool inOrder) => Declaration.Array[0, 12].Select(all => new CarriedTable(
        [.. (inOrder ? [.. all.OrderBy(one => one.Day)] : all).Select((one, i) => one with { Number = $"N{i}" })]));

    /// <summary>As CSV: a line an item.</summary>
    public byte[] ToCsv()
    {
        var text = new StringBuilder(string.Join(',', Headings) + "\n");
        foreach (var (lodged, item, sequence) in Rows())
        {
            var fields = Cells(lodged, item, sequence).Select(Text);
            text.Append(string.Join(',', fields.Select(field => field.AsSpan().ContainsAny(",\"\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field))).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>As JSON in one of its layouts.</summary>
    public byte[] ToJson(string layout)
    {
        var options = new JsonSerializerOptions { WriteIndented = layout.EndsWith("indented", StringComparison.Ordinal), Encoder = layout.Length % 2 == 0 ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : JavaScriptEncoder.Default };
        var declarations = Declarations.Select(lodged => JsonSerializer.Serialize(Nested(lodged), options)).ToList();
        return Encoding.UTF8.GetBytes(layout.Split(' ')[0] switch
        {
            "array" => $"[{string.Join(",\n", declarations)}]",
            "member" => $"{{\"made\": {{\"by\": [1, 2]}}, \"declarations\": [{string.Join(',', declarations)}], \"count\": {declarations.Count}}}",
            "flat" => string.Concat(Rows().Select(row => JsonSerializer.Serialize(Headings.Zip(Cells(row.Lodged, row.Item, row.Sequence)).ToDictionary(pair => pair.First, pair => pair.Second is DateOnly ? Text(pair.Second) : pair.Second), options) + "\n")),
            _ => string.Concat(declarations.Select(declaration => declaration + "\n")),
        });
    }

    /// <summary>As Parquet with typed columns: dates, decimals, doubles, truth values.</summary>
    public byte[] ToParquet(int groupRows = 7)
    {
        using var stream = new MemoryStream();
        Column[] columns =
        [
            new Column<string>(Headings[0]), new Column<string>(Headings[1]), new Column<Date>(Headings[2]), new Column<string>(Headings[3]), new Column<int?>(Headings[4]),
            new Column<string>(Headings[5]), new Column<string>(Headings[6]), new Column<long>(Headings[7]), new Column<string>(Headings[8]), new Column<string>(Headings[9]),
            new Column<double?>(Headings[10]), new Column<decimal?>(Headings[11], LogicalType.Decimal(29, 3)), new Column<bool?>(Headings[12]), new Column<bool?>(Headings[13]), new Column<Date?>(Headings[14]),
        ];
        using (var file = new ParquetFileWriter(stream, columns, leaveOpen: true))
        {
            foreach (var rows in Rows().Chunk(groupRows))
            {
                using var group = file.AppendRowGroup();
                Write(group, rows, row => row.Lodged.Office);
                Write(group, rows, row => row.Lodged.Number);
                Write(group, rows, row => DateOf(row.Lodged.Day));
                Write(group, rows, row => string.Join(';', row.Lodged.Containers));
                Write(group, rows, row => row.Lodged.Packages);
                Write(group, rows, row => row.Lodged.ImporterId);
                Write(group, rows, row => row.Lodged.ImporterName);
                Write(group, rows, row => (long)row.Sequence);
                Write(group, rows, row => row.Item.Hs);
                Write(group, rows, row => row.Item.Description);
                Write(group, rows, row => (double?)row.Item.Mass);
                Write(group, rows, row => row.Item.Value);
                Write(group, rows, row => row.Item.Flag);
                Write(group, rows, row => row.Item.Found);
                Write(group, rows, row => row.Item.KnownOn is { } day ? DateOf(day) : (Date?)null);
            }

            file.Close();
        }

        return stream.ToArray();
    }

    private static void Write<T>(RowGroupWriter group, (Lodged Lodged, Goods Item, int Sequence)[] rows, Func<(Lodged Lodged, Goods Item, int Sequence), T> value)
    {
        using var column = group.NextColumn().LogicalWriter<T>();
        column.WriteBatch([.. rows.Select(value)]);
    }

    private static Date DateOf(DateOnly day) => new(day.DayNumber - new DateOnly(1970, 1, 1).DayNumber);

    private IEnumerable<(Lodged Lodged, Goods Item, int Sequence)> Rows() =>
        Declarations.SelectMany(lodged => lodged.Items.Select((item, i) => (lodged, item, i + 1)));

    private static object?[] Cells(Lodged lodged, Goods item, int sequence) =>
    [
        lodged.Office, lodged.Number, lodged.Day, string.Join(';', lodged.Containers), lodged.Packages, lodged.ImporterId, lodged.ImporterName,
        sequence, item.Hs, item.Description, item.Mass, item.Value, item.Flag, item.Found, item.KnownOn,
    ];

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static object Nested(Lodged lodged) => new
    {
        declaration = new { office = lodged.Office, number = lodged.Number, lodgedAt = Text(lodged.Day), containers = lodged.Containers, packages = lodged.Packages, ignored = new object[] { 1, "x", new { a = 1 } } },
        importer = new { id = lodged.ImporterId, name = lodged.ImporterName },
        items = lodged.Items.Select((item, i) => new
        {
            sequence = i + 1, hs = item.Hs, description = item.Description, netMass = item.Mass, customsValue = item.Value, flag = item.Flag,
            finding = new { result = item.Found, knownAt = item.KnownOn is { } day ? Text(day) : null },
        }),
    };

    /// <summary>A declaration of the table.</summary>
    public sealed record Lodged(string Office, string Number, DateOnly Day, string[] Containers, int? Packages, string? ImporterId, string? ImporterName, Goods[] Items);

    /// <summary>An item of a declaration.</summary>
    public sealed record Goods(string? Hs, string? Description, decimal? Mass, decimal? Value, bool? Flag, bool? Found, DateOnly? KnownOn);
}
