namespace Tamiz.Integrity.Risks;

/// <summary>All that a report on a risk map says.</summary>
/// <param name="Map">The map.</param>
/// <param name="Links">Which monitors and findings there are.</param>
public sealed record RiskMapStatement(RiskMap Map, RiskLinks Links);
