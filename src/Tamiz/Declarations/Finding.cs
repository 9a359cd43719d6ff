namespace Tamiz.Declarations;

/// <summary>The result of a control of an item, also "nothing found".</summary>
/// <param name="NonCompliant">Whether the control found an irregularity.</param>
/// <param name="KnownAt">When the administration came to know it.</param>
/// <param name="Area">Risk area of the register that it belongs to.</param>
/// <param name="Recovered">Duties and taxes recovered, in the main unit of the home's currency; null where not told.</param>
public sealed record Finding(bool NonCompliant, Instant KnownAt, string Area, decimal? Recovered = null);
