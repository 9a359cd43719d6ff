using CsCheck;
using Tamiz.Declarations;
using Tamiz.Intelligence;
using Xunit;

namespace Tamiz.Tests.Intelligence;

[Collection(nameof(Alone))]
public sealed class ReportIndexTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["item.hs"] = ["08", "0803", "080390", "0807", "09"],
        ["item.hs4"] = ["08", "0803", "0901"],
        ["item.origin"] = ["EC", "CN"],
        ["exporter.name"] = ["FRUTAS SUR", "NORTE TEXTILES"],
        ["importer.id"] = ["1", "2", "3"],
        ["container.number"] = ["MSKU1234565", "TGHU7654321"],
    };

    private static readonly Gen<ReportCondition[]> Conditions = Gen.Shuffle(Values.Keys.ToArray(), 1, 4).SelectMany(ids => ids.Length switch
    {
        1 => Condition(ids[0]).Select(a => new[] { a }),
        2 => Gen.Select(Condition(ids[0]), Condition(ids[1]), (a, b) => new[] { a, b }),
        3 => Gen.Select(Condition(ids[0]), Condition(ids[1]), Condition(ids[2]), (a, b, c) => new[] { a, b, c }),
        _ => Gen.Select(Condition(ids[0]), Condition(ids[1]), Condition(ids[2]), Condition(ids[3]), (a, b, c, d) => new[] { a, b, c, d }),
    });

    private static readonly Gen<Report[]> Reports = Gen.Select(Conditions, Gen.Int[-2, 2], Gen.Int[-2, 2], Gen.Int[-1, 2], (when, received, from, to) =>
        new Report("", new Grade('B', 2), "drugs", "")
        {
            Received = Day.AddDays(received),
            ValidFrom = Day.AddDays(from),
            ValidTo = Day.AddDays(to),
            When = when,
        }).Array[0, 25].Select(reports => reports.Select((report, i) => report with { Id = $"R{i}" }).ToArray());

    private static readonly Gen<Item> Items = Gen.Select(Gen.OneOf(null, "08", "080", "0803", "08039010", "0901", "0807"), Gen.OneOf(null, "EC", "cn", " "),
        (hs, origin) => new Item { Hs = hs, Origin = origin });

    private static readonly Gen<Declaration> Declarations = Gen.Select(
        Gen.OneOf(null, "Frutas del Sur, S.A.", "TEXTILES (Norte)", "Otro Nombre"), Gen.OneOf(null, "1", "2"),
        Gen.OneOf("msku 123456-5", "TGHU7654321", "ABCU0000000").Array[0, 3], Items.Array[1, 4], (exporter, importer, containers, items) => new Declaration
        {
            Identity = new Identity("O", 2026, "1"),
            LodgedAt = Instant.FromDate(Day),
            LodgedOn = Day,
            Exporter = new Party(null, exporter),
            Importer = new Party(importer),
            Containers = containers,
            Items = [.. items.Select((item, i) => item with { Sequence = i + 1 })],
        });

    [Fact]
    public void The_index_says_what_a_look_at_each_report_says() => Gen.Select(Reports, Declarations).Sample((reports, declaration) =>
    {
        var index = new ReportIndex(reports);
        var all = new List<(string, int, string?)>();
        foreach (var item in declaration.Items)
        {
            var expected = reports.Select(report => (report.Id, item.Sequence, Missing: Naive(report, declaration, item))).Where(match => match.Missing != "no")
                .Select(match => (match.Id, match.Sequence, match.Missing)).ToList();
            var found = new List<ReportMatch>();
            index.Match(declaration, item, found);
            Assert.Equal(expected, found.Select(match => (match.Report.Id, match.ItemSequence, match.MissingField)));
            Assert.All(found, match => Assert.Equal(match.MissingField is null ? match.Report.When.Count : 0, match.Decided.Count));
            all.AddRange(expected);
        }

        var whole = new List<ReportMatch>();
        index.Match(declaration, whole);
        Assert.Equal(
            all.GroupBy(match => match.Item1).OrderBy(group => int.Parse(group.Key[1..], null)).Select(group => group.OrderBy(match => match.Item3 is null ? 0 : 1).ThenBy(match => match.Item2).First()),
            whole.Select(match => (match.Report.Id, match.ItemSequence, match.MissingField)));
    }, iter: 3000);

    [Fact]
    public void A_hit_names_the_values_that_decided()
    {
        var declaration = Declaration(new Item { Hs = "08039010", Origin = "EC" });
        var matches = Match(declaration, Report(("item.hs", "0803"), ("item.origin", "EC"), ("container.number", "MSKU1234565")));
        Assert.Equal([new("item.hs", "08039010"), new("item.origin", "EC"), new("container.number", "MSKU 123456-5")], Assert.Single(matches).Decided);
    }

    [Fact]
    public void A_code_too_short_to_tell_is_not_evaluated() =>
        Assert.Equal("item.hs", Assert.Single(Match(Declaration(new Item { Hs = "08" }), Report(("item.hs", "0803")))).MissingField);

    [Fact]
    public void A_missing_field_beside_a_condition_that_fails_says_nothing() =>
        Assert.Empty(Match(Declaration(new Item { Hs = "0803" }), Report(("item.origin", "EC"), ("item.hs", "09"))));

    [Fact]
    public void A_hit_of_a_later_item_wins_over_a_gap_of_an_earlier_one()
    {
        var declaration = Declaration(new Item { Sequence = 1 }, new Item { Sequence = 2, Hs = "0803" });
        var match = Assert.Single(Match(declaration, Report(("item.hs", "0803"))));
        Assert.Equal((2, null), (match.ItemSequence, match.MissingField));
    }

    [Fact]
    public void Where_nothing_matches_nothing_is_allocated()
    {
        var reports = Enumerable.Range(0, 5000).Select(i => Report(("item.origin", "CN"), ("exporter.name", $"NAME{i} SOME"), ("item.hs", $"{1000 + (i % 8000)}"))).ToArray();
        var index = new ReportIndex(reports);
        var declaration = Declaration(new Item { Hs = "08039010", Origin = "CN" }) with { Exporter = new Party(null, "Núñez e Hijos, S.A.") };
        var matches = new List<ReportMatch>();
        Assert.Equal(0, Allocation.Steady(() => index.Match(declaration, matches)));
        Assert.Empty(matches);
    }

    private static Gen<ReportCondition> Condition(string id) =>
        Gen.Shuffle(Values[id], 1, 2).Select(values => new ReportCondition(Field.Find(id)!, values));

    /// <summary>no, or the first missing field, or null for a hit; written from the rules alone.</summary>
    private static string? Naive(Report report, Declaration declaration, Item item)
    {
        if (report.Received > declaration.LodgedOn || report.ValidFrom > declaration.LodgedOn || report.ValidTo < declaration.LodgedOn)
        {
            return "no";
        }

        string? missing = null;
        foreach (var condition in report.When)
        {
            var values = Lodged(condition.Field.Id, declaration, item);
            var holds = values.Any(value => condition.Values.Any(wanted => condition.Field.Id.StartsWith("item.hs", StringComparison.Ordinal)
                ? value.StartsWith(wanted, StringComparison.Ordinal) : value == wanted));
            var unknown = values.Length == 0 || (condition.Field.Id.StartsWith("item.hs", StringComparison.Ordinal)
                && condition.Values.Any(wanted => wanted.StartsWith(values[0], StringComparison.Ordinal)));
            if (!holds && !unknown)
            {
                return "no";
            }

            missing ??= holds ? null : condition.Field.Id;
        }

        return missing;
    }

    private static string[] Lodged(string field, Declaration declaration, Item item) => field switch
    {
        "item.hs" or "item.hs4" => item.Hs is null ? [] : [item.Hs],
        "item.origin" => string.IsNullOrWhiteSpace(item.Origin) ? [] : [item.Origin.ToUpperInvariant()],
        "exporter.name" => declaration.Exporter?.Name switch { null => [], "Frutas del Sur, S.A." => ["FRUTAS SUR"], "TEXTILES (Norte)" => ["NORTE TEXTILES"], _ => ["other"] },
        "importer.id" => declaration.Importer?.Id is { } id ? [id] : [],
        _ => [.. declaration.Containers.Select(number => number.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant())],
    };

    private static List<ReportMatch> Match(Declaration declaration, params Report[] reports)
    {
        var matches = new List<ReportMatch>();
        new ReportIndex(reports).Match(declaration, matches);
        return matches;
    }

    private static Report Report(params (string Field, string Value)[] when) => new("R", new Grade('B', 2), "drugs", "R")
    {
        Received = Day,
        ValidFrom = Day,
        ValidTo = Day,
        When = [.. when.Select(condition => new ReportCondition(Field.Find(condition.Field)!, [condition.Value]))],
    };

    private static Declaration Declaration(params Item[] items) => new()
    {
        Identity = new Identity("O", 2026, "1"),
        LodgedAt = Instant.FromDate(Day),
        LodgedOn = Day,
        Containers = ["MSKU 123456-5"],
        Items = items,
    };
}
