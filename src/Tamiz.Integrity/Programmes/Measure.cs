namespace Tamiz.Integrity.Programmes;

/// <summary>What is rolled up over administrations.</summary>
/// <param name="Id">Its id.</param>
/// <param name="High">Its highest value; the lowest is 0.</param>
/// <param name="Of">Its value for an administration and a factor; null where it has none.</param>
public sealed record Measure(string Id, decimal High, Func<FactorFigures, decimal?> Of)
{
    /// <summary>The level of the self-assessment, 0 to 4.</summary>
    public static Measure Assessment { get; } = new("assessment", 4, figures => figures.Assessment?.Level);

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        Assessment,
        new("officials", 100, figures => figures.Officials?.Index),
        new("private-sector", 100, figures => figures.PrivateSector?.Index),
        new("actions-done", 100, figures => figures.Actions is { } actions && actions.All > actions.Stopped ? Percent(actions.Done, actions.All - actions.Stopped) : null),
        new("on-target", 100, figures => figures.Indicators is { Measured: > 0 } indicators ? Percent(indicators.OnTarget, indicators.Measured) : null),
    ];

    private static decimal Percent(int part, int whole) => SummaryForm.Round(100m * part / whole);
}

/// <summary>How values of several administrations lie, each administration counting once.</summary>
/// <param name="Low">The lowest.</param>
/// <param name="LowerQuartile">A quarter lies below.</param>
/// <param name="Median">Half lies below.</param>
/// <param name="UpperQuartile">Three quarters lie below.</param>
/// <param name="High">The highest.</param>
public sealed record Spread(decimal Low, decimal LowerQuartile, decimal Median, decimal UpperQuartile, decimal High)
{
    /// <summary>Works it out; quartiles lie on the straight line between neighbours (Hyndman and Fan's type 7), two decimals, half away from zero.</summary>
    /// <param name="values">One value or more.</param>
    public static Spread Of(IEnumerable<decimal> values)
    {
        var ordered = values.Order().ToArray();
        return new Spread(At(0), At(1), At(2), At(3), At(4));

        decimal At(int quarter)
        {
            var (whole, rest) = Math.DivRem((ordered.Length - 1) * quarter, 4);
            return SummaryForm.Round(rest == 0 ? ordered[whole] : ordered[whole] + ((ordered[whole + 1] - ordered[whole]) * rest / 4));
        }
    }
}
