namespace Tamiz.Assessment;

/// <summary>A risk area of the approved register.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Titles">Its name by language code.</param>
/// <param name="Owner">Unit that answers for it.</param>
/// <param name="IsMoney">Whether its consequence is the money at stake on each declaration.</param>
/// <param name="Consequence">Otherwise: what one non-compliant declaration weighs, in the home's currency.</param>
/// <param name="BaseShare">Share of declarations expected to be non-compliant, in (0, 1).</param>
/// <param name="Reserved">Share of the capacity for control that is kept for this area, 0 to 1.</param>
public sealed record RiskArea(
    string Id, IReadOnlyDictionary<string, string> Titles, string Owner, bool IsMoney, decimal Consequence, decimal BaseShare, decimal Reserved);
