namespace Tamiz.History;

/// <summary>How history forgets, and how much a rate needs before it is believed.</summary>
/// <param name="BucketDays">Days of a bucket; eight are kept one by one, what is older together.</param>
/// <param name="HalfLifeDays">Days after which a finding weighs half.</param>
/// <param name="PriorStrength">How many controls the parent's rate counts for when a rate is smoothed toward it.</param>
public sealed record HistorySettings(int BucketDays = 45, int HalfLifeDays = 540, double PriorStrength = 12)
{
    /// <summary>Controls that a price distribution needs before it is used; below, the next wider one is.</summary>
    public int MinPrices { get; init; } = 15;

    /// <summary>The share of hits among controls, as if the parent's rate stood for <see cref="PriorStrength"/> more of them.</summary>
    internal double Smoothed(double seen, double hits, double parentRate) => (hits + (PriorStrength * parentRate)) / (seen + PriorStrength);
}
