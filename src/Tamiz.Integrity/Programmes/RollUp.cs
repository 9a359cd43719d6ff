using Tamiz.Integrity.Factors;

namespace Tamiz.Integrity.Programmes;

/// <summary>A measure of a factor over the administrations of a region, or over all.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Region">Id of the region; empty for all.</param>
/// <param name="Members">Administrations with a value; in a change, with one in both rounds.</param>
/// <param name="Disclosure">Whether it is shown.</param>
/// <param name="Spread">How the values lie; null where it is not shown.</param>
public sealed record RolledFigure(Factor Factor, Measure Measure, string Region, int Members, Disclosure Disclosure, Spread? Spread);

/// <summary>Actions of a factor over the administrations of a region, or over all.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Region">Id of the region; empty for all.</param>
/// <param name="Members">Administrations with a strategy.</param>
/// <param name="Disclosure">Whether it is shown.</param>
/// <param name="Counts">Their actions together; null where it is not shown.</param>
public sealed record RolledActions(Factor Factor, string Region, int Members, Disclosure Disclosure, ActionCounts? Counts);

/// <summary>Rolls figures of administrations up by region.</summary>
/// <param name="programme">Gives the regions.</param>
internal sealed class RollUp(Programme programme)
{
    /// <summary>Levels of a round.</summary>
    /// <param name="summaries">The summaries used, by member.</param>
    public IReadOnlyList<RolledFigure> Levels(IReadOnlyDictionary<string, Summary> summaries) =>
        [.. Cells().SelectMany(cell => Figures(cell.Factor, cell.Measure, summaries.Values, summary => cell.Measure.Of(FiguresOf(summary, cell.Factor))))];

    /// <summary>Changes between two rounds, over members that are in both.</summary>
    public IReadOnlyList<RolledFigure> Changes(IReadOnlyDictionary<string, Summary> before, IReadOnlyDictionary<string, Summary> after) =>
        [.. Cells().SelectMany(cell => Figures(cell.Factor, cell.Measure, after.Values.Where(summary => before.ContainsKey(summary.Member)),
            summary => cell.Measure.Of(FiguresOf(summary, cell.Factor)) - cell.Measure.Of(FiguresOf(before[summary.Member], cell.Factor))))];

    /// <summary>Actions of a round.</summary>
    public IReadOnlyList<RolledActions> Actions(IReadOnlyDictionary<string, Summary> summaries) => [.. Factor.All.SelectMany(factor =>
        Rows(summaries.Values.Select(summary => (RegionOf(summary), FiguresOf(summary, factor).Actions)).Where(one => one.Actions is not null).ToLookup(one => one.Item1, one => one.Actions!))
            .Select(row => new RolledActions(factor, row.Region, row.Values.Count, row.Disclosure, row.Disclosure == Disclosure.Shown ? Sum(row.Values) : null)))];

    private static FactorFigures FiguresOf(Summary summary, Factor factor) => summary.Factors[factor.Number - 1];

    private static ActionCounts Sum(IReadOnlyList<ActionCounts> all) =>
        new(all.Sum(one => one.Planned), all.Sum(one => one.UnderWay), all.Sum(one => one.Done), all.Sum(one => one.Stopped), all.Sum(one => one.Late));

    private static IEnumerable<(Factor Factor, Measure Measure)> Cells() => Measure.All.SelectMany(measure => Factor.All.Select(factor => (factor, measure)));

    // The programme's own region counts, whatever the summary says.
    private string RegionOf(Summary summary) => programme.Find(summary.Member)!.Region;

    private IEnumerable<RolledFigure> Figures(Factor factor, Measure measure, IEnumerable<Summary> summaries, Func<Summary, decimal?> value)
    {
        var values = summaries.Select(summary => (Region: RegionOf(summary), Value: value(summary))).Where(one => one.Value is not null).ToLookup(one => one.Region, one => one.Value!.Value);
        return Rows(values).Select(row => new RolledFigure(factor, measure, row.Region, row.Values.Count, row.Disclosure, row.Disclosure == Disclosure.Shown ? Spread.Of(row.Values) : null));
    }

    private IEnumerable<(string Region, IReadOnlyList<T> Values, Disclosure Disclosure)> Rows<T>(ILookup<string, T> values)
    {
        var all = values.SelectMany(group => group).ToList();
        var decided = Disclosures.Of([.. programme.Regions.Select(region => values[region.Id].Count())]);
        return programme.Regions.Select((region, index) => (region.Id, (IReadOnlyList<T>)[.. values[region.Id]], decided[index]))
            .Append(("", all, Disclosures.OfTotal(all.Count)));
    }
}
