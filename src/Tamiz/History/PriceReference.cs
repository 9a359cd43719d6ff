namespace Tamiz.History;

/// <summary>Where a unit price stands among those declared before for like goods.</summary>
/// <param name="Price">The unit price, in the home's currency.</param>
/// <param name="Level">How like the goods are: 0 the closest distribution that has enough prices, 1 the next wider …</param>
/// <param name="Count">Prices in the distribution.</param>
/// <param name="Low">Its tenth percentile.</param>
/// <param name="Median">Its median.</param>
/// <param name="High">Its ninetieth percentile.</param>
/// <param name="Below">Share of its prices that are lower, 0 to 1.</param>
/// <param name="Deviation">Distance from the median on the logarithmic scale, in half-widths between <paramref name="Low"/> and <paramref name="High"/>; negative is cheaper.</param>
public readonly record struct PriceReference(
    double Price, int Level, int Count, double Low, double Median, double High, double Below, double Deviation)
{
    /// <summary>The band of the price in its distribution, as a key for rates: lowest 5 %, to 20 %, to 80 %, to 95 %, highest 5 %.</summary>
    public string Band => BandOf(Below);

    /// <summary>The deviation of a price, from the bins (<see cref="LogBin"/>) of it and of the percentiles.</summary>
    internal static double DeviationOf(int bin, int low, int median, int high) =>
        Math.Clamp((bin - median) / Math.Max(2, (high - low) / 2.0), -20, 20);

    /// <summary>The band of a price below which a share of the others lies.</summary>
    /// <param name="below">0 to 1.</param>
    public static string BandOf(double below) => below < 0.05 ? "lowest" : below < 0.2 ? "low" : below <= 0.8 ? "middle" : below <= 0.95 ? "high" : "highest";
}
