using CsCheck;
using Xunit;

namespace Tamiz.Tests.Formats.Carriers;

/// <summary>One table in three carriers is one and the same.</summary>
public sealed class CarrierTests
{
    private const string Signs = "{}[]\",:\\\n\0";

    private static readonly string[] Threads = ["1", "8"];
    private static readonly string[] Layouts = ["lines", "array", "array indented", "member", "member indented", "sequence indented", "flat"];

    [Fact]
    public void The_same_declarations_come_out_of_CSV_JSON_and_Parquet() => CarriedTable.Any(inOrder: true).Sample(
        table =>
        {
            var csv = Reading.Of(table.ToCsv(), CarriedTable.Mapping);
            Assert.Equal(table.Declarations.Count, csv.Declarations.Count);
            foreach (var other in Layouts.Select(table.ToJson).Append(table.ToParquet()))
            {
                var reading = Reading.Of(other, CarriedTable.Mapping);
                Assert.Equal(csv.Declarations, reading.Declarations);
                Assert.Equal(csv.Goods, reading.Goods);
                Assert.Equal(csv.Tally.Taken, reading.Tally.Taken);
            }
        },
        iter: 60, threads: 1);

    [Fact]
    public void A_file_that_is_not_in_order_is_sorted_in_every_carrier() => CarriedTable.Any(inOrder: false).Sample(
        table =>
        {
            var csv = Reading.Of(table.ToCsv(), CarriedTable.Mapping);
            foreach (var other in Layouts.Select(table.ToJson).Append(table.ToParquet()))
            {
                Assert.Equal(csv.Declarations, Reading.Of(other, CarriedTable.Mapping).Declarations);
            }
        },
        iter: 40, threads: 1);

    [Fact]
    public void Rows_without_a_number_have_one_identity_in_all_carriers_whatever_the_order_of_the_mapping() => CarriedTable.Any(inOrder: true).Sample(
        table =>
        {
            var lines = CarriedTable.Mapping.Split('\n').Where(line => !line.Contains("declaration.number", StringComparison.Ordinal)).ToList();
            var mapping = string.Join('\n', lines);
            var csv = Reading.Of(table.ToCsv(), mapping);
            foreach (var other in new[] { table.ToJson("lines"), table.ToJson("flat"), table.ToParquet() })
            {
                Assert.Equal(csv.Declarations, Reading.Of(other, mapping).Declarations);
            }

            var office = lines.FindIndex(line => line.Contains("declaration.office", StringComparison.Ordinal));
            var last = lines.FindIndex(line => line.Contains("item.code.flag", StringComparison.Ordinal));
            (lines[office], lines[last]) = (lines[last], lines[office]);
            Assert.Equal(csv.Declarations, Reading.Of(table.ToCsv(), string.Join('\n', lines)).Declarations);
        },
        iter: 30, threads: 1);

    [Fact]
    public void What_one_carrier_brought_is_known_when_another_brings_it_again() => CarriedTable.Any(inOrder: true).Sample(
        table =>
        {
            using var run = new Assessed();
            var reading = Reading.Of(run, [run.Write("1", table.ToParquet()), run.Write("2", table.ToJson("lines")), run.Write("3", table.ToCsv())], CarriedTable.Mapping);
            Assert.Equal((reading.Tally.Taken, reading.Tally.Taken * 2, 0L), (reading.Tally.Taken, reading.Tally.Known, reading.Tally.Refused));
        },
        iter: 30, threads: 1);

    [Fact]
    public void The_lanes_are_the_same_bytes_for_every_carrier_and_any_number_of_threads() => CarriedTable.Any(inOrder: true).Array[12].Sample(
        all =>
        {
            var table = new CarriedTable([.. all.SelectMany(one => one.Declarations).OrderBy(one => one.Day).Select((one, i) => one with { Number = $"N{i}" })]);
            var outputs = new[] { table.ToCsv(), table.ToJson("lines"), table.ToJson("array indented"), table.ToParquet() }
                .SelectMany(file => Threads.Select(threads => Lanes(file, threads))).Distinct();
            Assert.Equal(table.Declarations.Count + 1, Assert.Single(outputs).Count(c => c == '\n'));
        },
        iter: 2, threads: 1);

    [Fact]
    public void The_example_of_the_page_is_a_declaration_of_two_items()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "mapping.md"));
        var example = page.Split("```json")[1].Split("```")[0];
        var reading = Reading.Of(System.Text.Encoding.UTF8.GetBytes(example), CarriedTable.Mapping);
        var declaration = Assert.Single(reading.Declarations);
        Assert.Equal(2, reading.Tally.Taken);
        Assert.Matches("A-17.*MSKU1234565.*TGHU3396736.*220830.*12\\.5.*610910", declaration);
    }

    [Fact]
    public void Damaged_JSON_never_throws_and_every_row_is_counted() =>
        Gen.Select(CarriedTable.Any(inOrder: true), Gen.Int[0, Layouts.Length - 1], Wounds).Sample((table, layout, wounds) =>
        {
            var reading = Reading.Of(Wounded(table.ToJson(Layouts[layout]), wounds), CarriedTable.Mapping);
            Assert.True(reading.Tally.Refused == reading.Refused.Count);
        }, iter: 400, threads: 1);

    [Fact]
    public void Damaged_Parquet_never_throws_and_every_row_is_counted() =>
        Gen.Select(CarriedTable.Any(inOrder: true), Wounds).Sample((table, wounds) =>
        {
            var reading = Reading.Of(Wounded(table.ToParquet(), wounds), CarriedTable.Mapping);
            Assert.True(reading.Tally.Taken == 0 || reading.Declarations.Count > 0);
        }, iter: 400, threads: 1);

    private static string Lanes(byte[] file, string threads)
    {
        using var run = new Assessed();
        run.Run(CarriedTable.Mapping, [run.Write("in", file)], "--threads", threads);
        Assert.Equal(0, run.Exit);
        return run.Out;
    }

    private static Gen<(int At, byte With, int Kind)[]> Wounds => Gen.Select(Gen.Int[0, int.MaxValue], Gen.OneOf(Gen.Byte, Gen.Int[0, Signs.Length - 1].Select(i => (byte)Signs[i])), Gen.Int[0, 3]).Array[1, 4];

    private static byte[] Wounded(byte[] healthy, (int At, byte With, int Kind)[] wounds)
    {
        var bytes = healthy.ToList();
        foreach (var (at, with, kind) in wounds.Where(_ => bytes.Count > 0))
        {
            var place = at % bytes.Count;
            switch (kind)
            {
                case 0:
                    bytes[place] = with;
                    break;
                case 1:
                    bytes.Insert(place, with);
                    break;
                case 2:
                    bytes.RemoveRange(place, Math.Min(with, bytes.Count - place));
                    break;
                default:
                    bytes.RemoveRange(Math.Max(place, bytes.Count - 300), bytes.Count - Math.Max(place, bytes.Count - 300));
                    break;
            }
        }

        return [.. bytes];
    }
}
