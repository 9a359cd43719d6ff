namespace Tamiz.Integrity.Strategies;

/// <summary>
/// How an indicator changed, with what can be said about it. A change is not an effect: there is no group without the strategy to compare
/// with, and other things changed meanwhile.
/// </summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="First">Its first value, the baseline where none was measured before; null where there is none.</param>
/// <param name="Last">Its latest value; null where there is no second one.</param>
/// <param name="Change">Last less first; null where one of them is missing.</param>
/// <param name="Interval">The 95 % interval of the change; null where one of the two values has none.</param>
/// <param name="Verdict">no-data, no-interval, uncertain, better or worse.</param>
public sealed record Effect(
    StrategyIndicator Indicator, IndicatorValue? First, IndicatorValue? Last, double? Change, (double Low, double High)? Interval, string Verdict)
{
    /// <summary>Works it out for each indicator of a strategy.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="values">Values of indicators.</param>
    /// <param name="date">Later ones do not count.</param>
    public static IReadOnlyList<Effect> Of(Strategy strategy, IReadOnlyList<IndicatorValue> values, DateOnly date) =>
        [.. strategy.Indicators.Select(indicator => Of(indicator, [.. values.Where(value => value.Indicator == indicator.Id && value.Date <= date).OrderBy(value => value.Date)]))];

    /// <summary>The 95 % interval of a difference of two independent values from their own (Newcombe's way of square-and-add).</summary>
    public static (double Low, double High) Difference(IndicatorValue first, IndicatorValue last)
    {
        var (before, after) = (first.Interval!.Value, last.Interval!.Value);
        var change = last.Value - first.Value;
        return (change - Add(last.Value - after.Low, before.High - first.Value), change + Add(after.High - last.Value, first.Value - before.Low));
    }

    private static double Add(double one, double other) => Math.Sqrt((one * one) + (other * other));

    private static Effect Of(StrategyIndicator indicator, List<IndicatorValue> values)
    {
        if (indicator.Baseline is { } baseline && (values.Count == 0 || values[0].Date > baseline.Date))
        {
            values.Insert(0, new IndicatorValue(indicator.Id, baseline.Date, (double)baseline.Value, null, "strategy"));
        }

        var (first, last) = (values.FirstOrDefault(), values.Count > 1 ? values[^1] : null);
        if (first is null || last is null)
        {
            return new Effect(indicator, first, null, null, null, "no-data");
        }

        var change = last.Value - first.Value;
        if (first.Interval is null || last.Interval is null)
        {
            return new Effect(indicator, first, last, change, null, "no-interval");
        }

        var interval = Difference(first, last);
        var verdict = interval.Low <= 0 && interval.High >= 0 ? "uncertain" : change > 0 == indicator.HigherIsBetter ? "better" : "worse";
        return new Effect(indicator, first, last, change, interval, verdict);
    }
}
