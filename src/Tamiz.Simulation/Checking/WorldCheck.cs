using Tamiz.Formats;

namespace Tamiz.Simulation.Checking;

/// <summary>Checks a written world: that its files are those that were written, that they agree, and that it looks like an administration.</summary>
public static class WorldCheck
{
    private static readonly DiagnosticRule[] Unreadable =
        [CheckDiagnostics.NoWorld, CheckDiagnostics.FileMissing, CheckDiagnostics.ColumnMissing, CheckDiagnostics.BadRow];

    /// <summary>Checks the world in a folder; nothing is thrown for what stands in it.</summary>
    /// <param name="folder">Folder that tamiz simulate world wrote.</param>
    public static CheckReport Run(string folder)
    {
        var problems = new Problems();
        var world = WorldReading.Read(folder, problems);
        if (world is null)
        {
            return ReportOf(null, problems, []);
        }

        var diagnostics = new List<Diagnostic>();
        var targets = TargetsOf(folder, diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            problems.Add(diagnostic.Rule, diagnostic.Where, diagnostic.Found, diagnostic.Expected);
        }

        var measurable = !problems.Any(Unreadable) && world.Items.Count > 0;
        return ReportOf(world, problems, measurable ? Measure(folder, world, targets, problems) : []);
    }

    private static IReadOnlyList<Target> TargetsOf(string folder, List<Diagnostic> diagnostics)
    {
        const string Pack = "pack.yaml";
        try
        {
            var section = YamlSection.Parse(File.ReadAllText(Path.Combine(folder, Pack)), Pack, diagnostics);
            return TargetTable.Of(section, diagnostics);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(CheckDiagnostics.FileMissing.At(new Place(Pack), e.GetType().Name));
            return TargetTable.Default;
        }
    }

    private static List<CheckedTarget> Measure(string folder, WorldColumns world, IReadOnlyList<Target> targets, Problems problems)
    {
        var judged = new Judged(world);
        var births = Births.ByMonth(folder, world, problems);
        var learning = new Lazy<LearningMeasures>(() => new LearningMeasures(judged));
        var measures = new Dictionary<string, Func<Measured>>(StringComparer.Ordinal)
        {
            ["fraudRate"] = () => PopulationMeasures.FraudRate(judged),
            ["declarationsPerImporter"] = () => PopulationMeasures.DeclarationsPerImporter(judged),
            ["topImporters"] = () => PopulationMeasures.TopImporters(judged),
            ["tailIndex"] = () => PopulationMeasures.TailIndex(judged),
            ["monthsWithoutBirth"] = () => PopulationMeasures.MonthsWithoutBirth(births),
            ["birthSpread"] = () => PopulationMeasures.BirthSpread(births),
            ["newImporters"] = () => PopulationMeasures.NewImporters(judged),
            ["rareGoods"] = () => PopulationMeasures.RareGoods(judged),
            ["importerFromControlled"] = () => learning.Value.ImporterFromControlled,
            ["importerFromAll"] = () => learning.Value.ImporterFromAll,
            ["valueAlone"] = () => MoneyMeasures.ValueAlone(judged),
            ["evadedTop"] = () => MoneyMeasures.EvadedTop(world),
            ["evadedNormal"] = () => MoneyMeasures.EvadedNormal(world),
            ["goodsLookup"] = () => GoodsMeasures.Lookup(judged),
            ["drift"] = () => DriftMeasure.Of(judged),
            ["intraclass"] = () => PopulationMeasures.Intraclass(judged),
            ["advantage"] = () => learning.Value.Advantage,
        };
        return [.. targets.Select(target => new CheckedTarget(target, measures[target.Id]()))];
    }

    private static CheckReport ReportOf(WorldColumns? world, Problems problems, IReadOnlyList<CheckedTarget> targets) => new(
        world?.Manifest.Country ?? "",
        world?.Manifest.Seed ?? "",
        world?.Declarations.Version.LongCount(version => version == 1) ?? 0,
        world?.Items.Count ?? 0,
        [.. CheckDiagnostics.Rules.Where(rule => rule.Severity == Severity.Error || problems.CountOf(rule) > 0).Select(rule => (rule, problems.CountOf(rule)))],
        targets,
        problems.Diagnostics);
}
