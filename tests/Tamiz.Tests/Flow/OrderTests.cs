using Tamiz.Formats.Mappings;
using Tamiz.Flow;
using Tamiz.Storage;
using Tamiz.Tests.Formats;
using Xunit;

namespace Tamiz.Tests.Flow;

/// <summary>The same declarations give the same bytes, in whatever order, files and threads they come.</summary>
public sealed class OrderTests
{
    private static readonly string Mapping = BadInputTests.Mapping + "\nrow: item";

    [Fact]
    public void Shuffled_cut_into_files_or_on_more_threads_the_output_is_the_same()
    {
        var declarations = Declarations(seed: 1, count: 3000);
        var expected = Assess([declarations], threads: 1);
        Assert.Equal(expected, Assess([declarations], threads: 2));
        Assert.Equal(expected, Assess([declarations], threads: 8));

        var shuffled = Shuffle(declarations, 2);
        Assert.Equal(expected, Assess([shuffled], threads: 1));
        Assert.Equal(expected, Assess([shuffled], threads: 8));

        List<string[]>[] sorted = [declarations[..1000], declarations[1000..1001], declarations[1001..]];
        Assert.Equal(expected, Assess(sorted, threads: 2));
        List<string[]>[] mixed = [shuffled[..700], shuffled[700..2500], shuffled[2500..]];
        Assert.Equal(expected, Assess(mixed, threads: 2));
        Assert.Equal(expected, Assess([.. mixed.Reverse()], threads: 8));
    }

    [Fact]
    public void Items_of_a_declaration_need_not_stand_together()
    {
        var declarations = Declarations(seed: 3, count: 300);
        var apart = declarations.SelectMany(rows => rows.Select((row, item) => (row, item)))
            .GroupBy(one => (Day: one.row.Split(',')[2], one.item)).OrderBy(group => group.Key.Day, StringComparer.Ordinal).ThenBy(group => group.Key.item)
            .Select(group => group.Select(one => one.row).ToArray()).ToList();
        Assert.Equal(Assess([declarations], threads: 2), Assess([apart], threads: 2));
    }

    [Fact]
    public void Rows_without_a_number_are_told_apart_by_their_ordinal()
    {
        using var run = new Assessed();
        var row = BadInputTests.Row("A").Replace(",A,", ",,", StringComparison.Ordinal);
        var other = BadInputTests.Row("B").Replace(",B,", ",,", StringComparison.Ordinal);
        run.Run(Mapping.Replace("{column: number, required: true}", "number", StringComparison.Ordinal),
            [run.Write("in.csv", string.Join('\n', BadInputTests.Heading, row, other, row, row, ""))]);
        var numbers = run.Declarations.ToList();
        Assert.Equal(4, run.Count("taken"));
        Assert.Equal([numbers[0], numbers[0] + "-2", numbers[0] + "-3"], numbers[..3]);
        Assert.NotEqual(numbers[0], numbers[3]);
        Assert.All([numbers[0], numbers[3]], number => Assert.Matches("^[0-9a-f]{24}$", number));
    }

    [Fact]
    public void More_rows_at_one_instant_than_are_held_have_to_be_sorted_on_disk()
    {
        var declaration = new Tamiz.Declarations.Declaration { Identity = new Tamiz.Declarations.Identity("", 0, "1"), LodgedAt = Instant.FromDate(new DateOnly(2026, 1, 5)), LodgedOn = new DateOnly(2026, 1, 5), Items = [] };
        var row = new LodgedRow(declaration, true, 1, 1);
        Assert.Equal(RowOrder.MaxAtOneInstant, RowOrder.WithinInstants(Enumerable.Repeat(row, RowOrder.MaxAtOneInstant), 0).Count());
        var thrown = Assert.Throws<UnsortedRowsException>(() => RowOrder.WithinInstants(Enumerable.Repeat(row, RowOrder.MaxAtOneInstant + 1), 3).Count());
        Assert.Equal(3, thrown.File);
    }

    [Fact]
    public void A_day_with_too_many_rows_is_sorted_on_disk_and_loses_none()
    {
        using var run = new Assessed();
        var path = run.Write("in.csv", "n,d\n" + string.Concat(Enumerable.Range(0, RowOrder.MaxAtOneInstant + 1).Select(i => $"{i},2026-01-05\n")));
        var diagnostics = new List<Diagnostic>();
        var mapping = Tamiz.Formats.Mappings.Mapping.Read("{name: t, fields: {declaration.number: n, declaration.lodgedAt: d}}", "m", diagnostics);
        using var input = InputSet.Open([path], mapping, TimeZoneInfo.Utc, false, 2, diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(RowOrder.MaxAtOneInstant + 1, input.Run((declarations, _, _) => declarations.Count(), null, static _ => { }));
        Assert.True(input.Files[0].IsSorted);
    }

    [Fact]
    public void Rows_sorted_on_disk_are_those_of_the_file_in_order()
    {
        using var run = new Assessed();
        var rows = Shuffle(Declarations(seed: 5, count: 500), 6).SelectMany(rows => rows).ToList();
        rows.Insert(250, "too,few");
        var path = run.Write("in.csv", string.Join('\n', rows.Prepend(BadInputTests.Heading)) + "\n");
        var diagnostics = new List<Diagnostic>();
        using var input = InputSet.Open([path], Tamiz.Formats.Mappings.Mapping.Read(Mapping, "m", diagnostics), TimeZoneInfo.Utc, false, 2, diagnostics);
        Assert.Empty(diagnostics);
        var (items, tally) = input.Run((declarations, tally, _) => (declarations.Select(one => (one.Declaration.LodgedAt, one.Declaration.Items.Count)).ToList(), tally), null, static _ => { });
        Assert.True(input.Files[0].IsSorted);
        Assert.Equal(items.Select(one => one.LodgedAt).Order(), items.Select(one => one.LodgedAt));
        Assert.Equal((rows.Count - 1, 1, 500), (tally.Taken, tally.Refused, tally.Declarations));
        Assert.Equal(rows.Count - 1, items.Sum(one => one.Count));
    }

    private static string Assess(IReadOnlyList<List<string[]>> files, int threads)
    {
        using var run = new Assessed();
        string[] paths = [.. files.Select((file, i) => run.Write($"{i}.csv", string.Join('\n', file.SelectMany(rows => rows).Prepend(BadInputTests.Heading)) + "\n"))];
        run.Run(Mapping, paths, "--threads", threads.ToString(null, null));
        Assert.Equal(0, run.Exit);
        Assert.Equal(files.SelectMany(file => file).SelectMany(rows => rows).Select(row => row.Split(',')[1]).Distinct().Count(), run.Declarations.Count());
        return run.Out;
    }

    /// <summary>Declarations of one to four items over a hundred days, in order.</summary>
    private static List<string[]> Declarations(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var day = new DateOnly(2026, 1, 1).AddDays(i * 100 / count).ToString("yyyy-MM-dd", null);
            return Enumerable.Range(0, random.Next(1, 5)).Select(_ => BadInputTests.Row("A", ("number", $"N{i}"), ("date", day), ("hs", random.Next(2) == 0 ? "090111" : "220830"),
                ("mass", random.Next(1, 1000).ToString(null, null)), ("value", random.Next(1, 9000).ToString(null, null)),
                ("result", random.Next(10) switch { 0 => "irregular", 1 => "conforme", _ => "" }))).ToArray();
        })];
    }

    private static List<string[]> Shuffle(List<string[]> declarations, int seed)
    {
        var shuffled = declarations.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }
}
