using Tamiz.Formats.Lists;
using Tamiz.Intelligence;
using Xunit;

namespace Tamiz.Tests.Simulation.World;

public class KnowledgeTests(KnowledgeTests.Told told) : IClassFixture<KnowledgeTests.Told>
{
    private readonly MadeWorld _world = told.World;

    [Fact]
    public void Every_report_can_be_read_and_has_its_verdict()
    {
        var diagnostics = new List<Diagnostic>();
        var reports = ReportReader.Read(_world.TextOf("home/intelligence/reports.yaml"), "reports.yaml", diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        var verdicts = _world.RowsOf("truth/reports.csv").ToDictionary(row => row["report"], row => row["verdict"]);
        Assert.Equal(verdicts.Keys.Order(StringComparer.Ordinal), reports.Select(report => report.Id).Order(StringComparer.Ordinal));
        Assert.Superset(new HashSet<string>(["true", "stale", "false"]), verdicts.Values.ToHashSet());
        Assert.InRange(verdicts.Values.Count(verdict => verdict == "true") / (double)verdicts.Count, 0.25, 0.75);
    }

    [Fact]
    public void Reports_that_are_true_come_from_better_sources_though_not_all_do()
    {
        var verdicts = _world.RowsOf("truth/reports.csv").ToDictionary(row => row["report"], row => row["verdict"]);
        var lines = _world.TextOf("home/intelligence/reports.yaml").Split('\n');
        var graded = lines.Select((line, i) => (line, i)).Where(pair => pair.line.Contains("- id: ", StringComparison.Ordinal)).Select(pair =>
            (Verdict: verdicts[pair.line.Split(": ")[1].Trim()], Source: lines.Skip(pair.i).First(line => line.Contains("source: ", StringComparison.Ordinal)).Trim()[^1])).ToList();
        Assert.True(ShareOfGood("true") > ShareOfGood("false"));
        Assert.Contains(graded, report => report.Verdict != "true" && report.Source is 'A' or 'B');
        Assert.Contains(graded, report => report.Verdict == "true" && report.Source is 'D' or 'E' or 'F');

        double ShareOfGood(string verdict) => graded.Where(report => report.Verdict == verdict).Average(report => report.Source is 'A' or 'B' ? 1.0 : 0);
    }

    [Fact]
    public void The_watch_list_can_be_read_and_has_aliases_in_three_other_scripts()
    {
        var diagnostics = new List<Diagnostic>();
        var entries = PlainList.Read(File.ReadAllBytes(Path.Combine(_world.Folder, "home/sources/watch.csv")), "watch.csv", diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        var text = string.Concat(entries.SelectMany(entry => entry.Names).Select(name => name.Text));
        foreach (var (from, to) in new[] { ('\u0400', '\u04FF'), ('\u0600', '\u06FF'), ('\u0370', '\u03FF') })
        {
            Assert.Contains(text, letter => letter >= from && letter <= to);
        }
    }

    [Fact]
    public void Some_who_ship_prohibited_goods_are_listed_and_some_who_do_not()
    {
        var listed = _world.TextOf("home/sources/watch.csv");
        var exporters = _world.World.State.Population.Exporters.SelectMany(exporters => exporters).ToLookup(exporter => exporter.Dirty, exporter => listed.Contains(exporter.Name, StringComparison.Ordinal));
        Assert.InRange(exporters[true].Average(isListed => isListed ? 1.0 : 0), 0.2, 0.8);
        Assert.InRange(exporters[false].Average(isListed => isListed ? 1.0 : 0), 0.0001, 0.05);
    }

    [Fact]
    public void Partners_record_what_truly_left_with_gaps()
    {
        var lodged = _world.Weeks.SelectMany(week => week.Lodgements).Where(lodgement => lodgement.Version == 1 && lodgement.Consignment.Containers.Count > 0).ToList();
        var recorded = _world.RowsOf("observed/mirror.csv").Select(row => row["container"]).ToHashSet();
        Assert.InRange(lodged.Average(lodgement => lodgement.Consignment.Containers.Any(recorded.Contains) ? 1.0 : 0), 0.3, 0.9);
        var ratios = lodged.Where(lodgement => lodgement.Consignment is { Items.Count: 1, Containers.Count: 1, Scheme: < 0 }).Select(lodgement => (lodgement.Consignment,
            Mass: _world.Weeks.SelectMany(week => week.Mirrors).FirstOrDefault(mirror => mirror.Container == lodgement.Consignment.Containers[0])?.NetMass)).Where(pair => pair.Mass is not null).Take(200)
            .Select(pair => pair.Mass!.Value / (double)pair.Consignment.Items[0].NetMass).ToList();
        Assert.All(ratios, ratio => Assert.InRange(ratio, 0.8, 1.25));
        Assert.NotEmpty(ratios);
    }

    [Fact]
    public void A_firm_that_comes_back_leaves_traces_of_the_one_before()
    {
        var reborn = _world.World.State.Population.Traders.Where(trader => trader.Predecessor is not null).ToList();
        Assert.NotEmpty(reborn);
        Assert.All(reborn, trader => Assert.NotEqual(trader.Predecessor!.Id, trader.Id));
        var traces = reborn.Select(trader => (trader, before: trader.Predecessor!)).Select(pair => new[]
        {
            pair.trader.Address == pair.before.Address, pair.trader.Phone == pair.before.Phone, pair.trader.Representative == pair.before.Representative,
            pair.trader.Declarant == pair.before.Declarant,
        }.Count(same => same)).ToList();
        Assert.InRange(traces.Average(), 1.2, 3.6);
        Assert.InRange(traces.Count(trace => trace == 0) / (double)traces.Count, 0, 0.4);
    }

    /// <summary>One world for all of these tests.</summary>
    public sealed class Told : IDisposable
    {
        internal MadeWorld World { get; } = MadeWorld.Of("drifting", size: 20_000, months: 10, seed: 5);

        public void Dispose() => World.Dispose();
    }
}
