using System.Globalization;
using ParquetSharp;
using Xunit;

namespace Tamiz.Tests.Formats.Carriers;

/// <summary>Parquet files of every type of column, and damaged ones.</summary>
public sealed class BadParquetTests
{
    private const string Mapping = """
        name: typed
        decimal: ","
        dates: [dd/MM/yyyy]
        row: item
        fields:
          declaration.number: {column: number, required: true}
          declaration.lodgedAt: date
          item.netMass: value
          item.description: value
        """;

    /// <summary>The stored value ⇶ the mass read, or the diagnostic; a mapping's decimal sign and dates are for texts.</summary>
    public static TheoryData<string, object[], string> Values => new()
    {
        { "int", [new Column<int>("value"), Rows(-7, 0, int.MaxValue)], "-7 0 2147483647" },
        { "byte", [new Column<byte>("value"), Rows<byte>(7, 0, 255)], "7 0 255" },
        { "unsigned", [new Column<uint>("value"), Rows<uint>(7, 0, uint.MaxValue)], "7 0 4294967295" },
        { "unsigned long", [new Column<ulong>("value"), Rows<ulong>(7, 0, 1_000_000_000_000_000_000)], "7 0 1000000000000000000" },
        { "long beyond the bound", [new Column<long>("value"), Rows<long>(7, 0, long.MaxValue)], "7 0 TZ0312" },
        { "float", [new Column<float>("value"), Rows(0.1f, -2.5f, float.NaN)], "0.1 -2.5 TZ0312" },
        { "double", [new Column<double>("value"), Rows(0.1, 1e15, double.PositiveInfinity)], "0.1 1000000000000000 TZ0312" },
        { "half", [new Column<Half>("value"), Rows((Half)0.5, (Half)(-2), Half.NaN)], "0.5 -2 TZ0312" },
        { "missing", [new Column<double?>("value"), Rows<double?>(null, 2, null)], "- 2 -" },
        { "decimal", [new Column<decimal>("value", LogicalType.Decimal(29, 3)), Rows(-0.001m, 1.100m, 12345678901234567.891m)], "-0.001 1.1 12345678901234567.891" },
        { "decimal of 9 digits", [new Column<decimal>("value", LogicalType.Decimal(9, 2)), Rows(-0.05m, 1.10m, 9999999.99m)], "-0.05 1.1 9999999.99" },
        { "decimal of 18 digits", [new Column<decimal>("value", LogicalType.Decimal(18, 4)), Rows(-0.05m, 1.10m, 99999999999999.9999m)], "-0.05 1.1 99999999999999.9999" },
        { "text with the mapping's sign", [new Column<string>("value"), Rows("1,5", "1.5", "")], "1.5 TZ0312 -" },
        { "truth value", [new Column<bool?>("value"), Rows<bool?>(true, null, false)], "TZ0312 - TZ0312" },
    };

    /// <summary>The stored date ⇶ the instant read, or the diagnostic.</summary>
    public static TheoryData<string, object[], string> Dates => new()
    {
        { "day", [new Column<Date>("date"), Rows<Date>(new(0), new(20_458), new(int.MaxValue))], "1970-01-01T06:00:00Z 2026-01-05T06:00:00Z TZ0313" },
        { "instant, milliseconds", [new Column<DateTime>("date", LogicalType.Timestamp(true, TimeUnit.Millis)), Times], "1970-01-01T00:00:00Z 2026-01-05T10:11:12.345Z 1969-12-31T23:59:59.999Z" },
        { "instant, microseconds", [new Column<DateTime>("date", LogicalType.Timestamp(true, TimeUnit.Micros)), Times], "1970-01-01T00:00:00Z 2026-01-05T10:11:12.345Z 1969-12-31T23:59:59.999Z" },
        { "local time, microseconds", [new Column<DateTime>("date", LogicalType.Timestamp(false, TimeUnit.Micros)), Times], "1970-01-01T06:00:00Z 2026-01-05T16:11:12.345Z 1970-01-01T05:59:59.999Z" },
        { "instant, nanoseconds", [new Column<DateTimeNanos>("date"), Times.Select(time => new DateTimeNanos(time)).ToArray()], "1970-01-01T00:00:00Z 2026-01-05T10:11:12.345Z 1969-12-31T23:59:59.999Z" },
        { "text in the mapping's form", [new Column<string>("date"), Rows("01/01/1970", "2026-01-05", "")], "1970-01-01T06:00:00Z TZ0313 TZ0311" },
        { "number", [new Column<int>("date"), Rows(20260105, 0, 1)], "TZ0313 TZ0313 TZ0313" },
    };

    private static DateTime[] Times => [DateTime.UnixEpoch, new(2026, 1, 5, 10, 11, 12, 345), DateTime.UnixEpoch.AddMilliseconds(-1)];

    [Theory]
    [MemberData(nameof(Values))]
    public void Numbers_of_every_type_are_read_exactly(string name, object[] column, string expected) =>
        Assert.Equal((name, expected), (name, Read(column, "value", row => row.TryGetProperty("NetMass", out var mass) && mass.ValueKind != System.Text.Json.JsonValueKind.Null
            ? mass.GetProperty("Kilograms").GetDecimal().ToString(CultureInfo.InvariantCulture) : "-")));

    [Theory]
    [MemberData(nameof(Dates))]
    public void Dates_of_every_type_are_read(string name, object[] column, string expected) =>
        Assert.Equal((name, expected), (name, Read(column, "date", _ => "")));

    [Fact]
    public void Groups_of_columns_have_dotted_names()
    {
        using var node = new ParquetSharp.Schema.GroupNode("importer", Repetition.Optional,
            [new ParquetSharp.Schema.PrimitiveNode("id", Repetition.Optional, LogicalType.String(), PhysicalType.ByteArray)]);
        using var schema = new ParquetSharp.Schema.GroupNode("schema", Repetition.Required,
            [new ParquetSharp.Schema.PrimitiveNode("date", Repetition.Required, LogicalType.Date(), PhysicalType.Int32), node]);
        using var stream = new MemoryStream();
        using (var properties = WriterProperties.GetDefaultWriterProperties())
        using (var file = new ParquetFileWriter(new ParquetSharp.IO.ManagedOutputStream(stream, leaveOpen: true), schema, properties))
        {
            using var group = file.AppendRowGroup();
            using (var dates = group.NextColumn().LogicalWriter<Date>())
            {
                dates.WriteBatch([new Date(1), new Date(2)]);
            }

            using (var ids = group.NextColumn().LogicalWriter<Nested<string>?>())
            {
                ids.WriteBatch([new Nested<string>("0801"), null]);
            }

            file.Close();
        }

        var reading = Reading.Of(stream.ToArray(), "name: nested\nfields:\n  declaration.lodgedAt: date\n  importer.id: importer.id\n");
        Assert.Equal(2, reading.Declarations.Count);
        Assert.Contains(reading.Declarations, one => one.Contains("\"0801\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_that_is_no_value_a_missing_one_and_one_that_stands_twice_are_named()
    {
        Column[] columns = [new Column<string>("number"), new Column<string>("number"), new Column<int[]>("value")];
        var reading = Refused(Write(columns, Rows("A"), Rows("A"), Rows<int[]>(Rows(1))), Mapping);
        Assert.Equal(["TZ0304", "TZ0303", "TZ0303", "TZ0303"], reading);
        columns = [new Column<string>("number"), new Column<int[]>("value"), new Column<Date>("date")];
        Assert.Equal(["TZ0303", "TZ0303"], Refused(Write(columns, Rows("A"), Rows<int[]>(Rows(1)), Rows(new Date(1))), Mapping));
        Assert.Equal(["TZ0332"], Refused(Write(columns, Rows("A"), Rows<int[]>(Rows(1)), Rows(new Date(1))), Mapping.Replace(": value", ": value.list.item", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_damaged_group_is_refused_from_its_damage_on_and_the_others_are_read()
    {
        var numbers = Enumerable.Range(0, 3000).Select(i => $"N{i:0000}").ToArray();
        using var stream = new MemoryStream();
        Column[] columns = [new Column<string>("number"), new Column<Date>("date"), new Column<int>("value")];
        using (var builder = new WriterPropertiesBuilder())
        using (var properties = builder.EnablePageChecksum().DisableDictionary().Compression(Compression.Uncompressed).Build())
        using (var file = new ParquetFileWriter(stream, columns, null, properties, null, true))
        {
            foreach (var part in numbers.Chunk(1000))
            {
                using var group = file.AppendRowGroup();
                Write(group, part);
                Write(group, part.Select(_ => new Date(20_000)).ToArray());
                Write(group, part.Select((_, i) => i).ToArray());
            }

            file.Close();
        }

        var bytes = stream.ToArray();
        bytes[bytes.AsSpan().IndexOf("N1500"u8)] ^= 1;
        var reading = Reading.Of(bytes, Mapping);
        Assert.Equal((2000L, 1000L), (reading.Tally.Taken, reading.Tally.Refused));
        var refused = Assert.Single(reading.Refused);
        Assert.Equal(("1001", "TZ0333", "rows 1001 to 2000"), (refused[1], refused[4], refused[6]));
        Assert.DoesNotContain(reading.Declarations, one => one.Contains("N1999", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refused_row_is_kept_as_CSV_of_the_mapped_columns_with_its_number_and_column()
    {
        Column[] columns = [new Column<string>("not mapped"), new Column<string>("number"), new Column<string>("value"), new Column<Date>("date")];
        var reading = Reading.Of(Write(columns, Rows("x", "y"), Rows("A", "B"), Rows("1", "a \"b\", c"), Rows(new Date(20_000), new Date(20_001))), Mapping);
        var refused = Assert.Single(reading.Refused);
        Assert.Equal(["2", "3", "value", "TZ0312"], refused[1..5]);
        Assert.Equal("B,\"a \"\"b\"\", c\",2024-10-05", refused[8]);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(200)]
    public void A_file_cut_short_is_refused_as_a_whole(int cut)
    {
        var bytes = Write([new Column<string>("number"), new Column<Date>("date"), new Column<int>("value")], Rows("A"), Rows(new Date(1)), Rows(1));
        Assert.Equal(["TZ0331"], Refused(bytes[..^cut], Mapping));
    }

    private static List<string> Refused(byte[] file, string mapping)
    {
        var reading = Reading.Of(file, mapping);
        Assert.Empty(reading.Declarations);
        return [.. reading.Diagnostics.Select(diagnostic => diagnostic.Code)];
    }

    /// <summary>What is made of three rows: by their mass, or else their instants.</summary>
    private static string Read(object[] column, string field, Func<System.Text.Json.JsonElement, string> show)
    {
        var (typed, values) = ((Column)column[0], (Array)column[1]);
        var (others, dates) = (Rows("1", "1", "1"), Rows(new Date(1), new Date(1), new Date(1)));
        var file = field == "date"
            ? Write([new Column<string>("number"), typed, new Column<string>("value")], Rows("A", "B", "C"), values, others)
            : Write([new Column<string>("number"), new Column<Date>("date"), typed], Rows("A", "B", "C"), dates, values);
        var reading = Reading.Of(file, Mapping + "\ntimeZone: America/Tegucigalpa");
        var read = reading.Declarations.Select(text => System.Text.Json.JsonDocument.Parse(text).RootElement).ToDictionary(
            one => one.GetProperty("Identity").GetProperty("Number").GetString()!,
            one => field == "date" ? Instant(one) : show(one.GetProperty("Items")[0]));
        var refused = reading.Refused.ToDictionary(row => row[8].Split(',')[0], row => row[4]);
        return string.Join(' ', "ABC".Select(c => read.GetValueOrDefault(c.ToString()) ?? refused[c.ToString()]));
    }

    private static string Instant(System.Text.Json.JsonElement declaration) =>
        new Instant(declaration.GetProperty("LodgedAt").GetProperty("UnixMilliseconds").GetInt64()).ToString();

    private static T[] Rows<T>(params T[] values) => values;

    private static byte[] Write(Column[] columns, params Array[] values)
    {
        using var stream = new MemoryStream();
        using (var file = new ParquetFileWriter(stream, columns, leaveOpen: true))
        {
            using var group = file.AppendRowGroup();
            foreach (var array in values)
            {
                Write(group, array);
            }

            file.Close();
        }

        return stream.ToArray();
    }

    private static void Write(RowGroupWriter group, Array values)
    {
        using var column = group.NextColumn().LogicalWriter();
        column.GetType().GetMethod("WriteBatch", [values.GetType()])!.Invoke(column, [values]);
    }
}
