using Tamiz.Formats;
using Tamiz.Simulation.Checking;

namespace Tamiz.Simulation.Reporting;

/// <summary>What only the simulator knows: frauds by scheme, money evaded, planted corruption, and what reports are worth.</summary>
internal static class TruthFigures
{
    private const int MostSchemes = 6;
    private const double Million = 1e6;
    private static readonly string[] Verdicts = ["true", "stale", "false"];

    public static IEnumerable<Figure> Of(string folder, Tally tally, Phrasebook words, Problems problems) =>
        [Schemes(tally), Money(tally, words), Corruption(folder, problems), Intelligence(folder, tally.World, words, problems)];

    private static Figure Schemes(Tally tally)
    {
        var world = tally.World;
        var frauds = tally.FirstItems.Where(item => world.Items.Kind[item] == ItemKind.Fraud && world.Items.Scheme[item] >= 0).ToList();
        var main = Tally.Largest(Tally.Sums(frauds, world.Schemes.Count, item => world.Items.Scheme[item], _ => 1), MostSchemes);
        var series = main.Select(scheme => new Series(world.Schemes.Text(scheme),
            Tally.Sums(frauds.Where(item => world.Items.Scheme[item] == scheme), tally.Months.Count, item => MonthOf(tally, item), _ => 1)));
        return new Figure("schemes", FigureKind.Lines, "frauds", tally.Months, [.. series]) { IsTruth = true };
    }

    private static Figure Money(Tally tally, Phrasebook words)
    {
        var world = tally.World;
        var evaded = Tally.Sums(tally.FirstItems, tally.Months.Count, item => MonthOf(tally, item), item => world.Items.Evaded[item] / Million);
        var findings = Enumerable.Range(0, world.Findings.Count).Where(i => world.Findings[i].KnownAt < world.End);
        var recovered = Tally.Sums(findings, tally.Months.Count, i => world.MonthOf(world.Findings[i].KnownAt), i => world.Findings[i].Recovered / Million);
        return new Figure("money", FigureKind.Lines, "money", tally.Months, [new(words["series.evaded"], evaded), new(words["series.recovered"], recovered)]) { IsTruth = true };
    }

    private static Figure Corruption(string folder, Problems problems)
    {
        var kinds = new Codes();
        var counts = new List<double>();
        Table.Read(folder, "truth/corruption.csv", ["kind"], problems, (in row) =>
        {
            var kind = kinds.Add(row[0]);
            if (kind == counts.Count)
            {
                counts.Add(0);
            }

            counts[kind]++;
        });
        var shown = Tally.Largest([.. counts], Tally.Most);
        return new Figure("corruption", FigureKind.Bars, "acts", [.. shown.Select(kinds.Text)], [new("", [.. shown.Select(kind => counts[kind])])]) { IsTruth = true };
    }

    private static Figure Intelligence(string folder, WorldColumns world, Phrasebook words, Problems problems)
    {
        var verdicts = new Dictionary<string, int>(StringComparer.Ordinal);
        Table.Read(folder, "truth/reports.csv", ["report", "verdict"], problems, (in row) => verdicts[row.Text(0)] = row.Choice(1, Verdicts));
        var grades = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var report in world.Manifest.PathsIn("home/intelligence", ".yaml").SelectMany(path => ReportsOf(folder, path, problems)))
        {
            var grade = (report.Text("source") ?? "") + (report.Text("credibility") ?? "");
            var counts = grades.TryGetValue(grade, out var known) ? known : grades[grade] = new double[Verdicts.Length];
            if (verdicts.TryGetValue(report.Text("id") ?? "", out var verdict) && verdict >= 0)
            {
                counts[verdict]++;
            }
        }

        var series = Verdicts.Select((verdict, i) => new Series(words["series." + verdict], [.. grades.Values.Select(counts => counts[i])]));
        return new Figure("intelligence", FigureKind.Bars, "reports", [.. grades.Keys], [.. series]) { IsTruth = true };
    }

    private static IReadOnlyList<YamlSection> ReportsOf(string folder, string path, Problems problems)
    {
        var diagnostics = new List<Diagnostic>();
        try
        {
            var reports = YamlSection.Parse(File.ReadAllText(Path.Combine(folder, path)), path, diagnostics).Sections("reports");
            diagnostics.ForEach(diagnostic => problems.Add(diagnostic.Rule, diagnostic.Where, diagnostic.Found, diagnostic.Expected));
            return reports;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(CheckDiagnostics.FileMissing, new Place(path), e.GetType().Name);
            return [];
        }
    }

    private static int MonthOf(Tally tally, int item) => tally.World.MonthOf(tally.World.Declarations.LodgedAt[tally.World.Items.Declaration[item]]);
}
