namespace Tamiz.Selection;

/// <summary>How many declarations of an office and day a lane can take, random and mandatory ones included.</summary>
/// <param name="PerDay">A number of controls; null where a share is set.</param>
/// <param name="Share">A share of the day's declarations, 0 to 1; 0 where a number is set.</param>
public readonly record struct Capacity(int? PerDay, double Share)
{
    /// <summary>Places on a day with so many arrivals.</summary>
    public double Places(double arrivals) => PerDay ?? (Share * arrivals);
}
