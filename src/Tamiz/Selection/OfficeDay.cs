namespace Tamiz.Selection;

/// <summary>What an office has seen before the declaration at hand.</summary>
/// <param name="Date">The office's day.</param>
/// <param name="Arrivals">Declarations so far today.</param>
/// <param name="Expected">Declarations expected today; 0 where there is no past.</param>
/// <param name="Seen">Declarations so far, halved as the past loses weight.</param>
internal readonly record struct OfficeDay(DateOnly Date, int Arrivals, double Expected, int Seen);
