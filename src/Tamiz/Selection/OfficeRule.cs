namespace Tamiz.Selection;

/// <summary>How an office selects.</summary>
/// <param name="Lanes">Lanes with a control, from the most to the least.</param>
/// <param name="Referral">Share of declarations flagged for post-clearance audit by value, 0 to 1.</param>
public sealed record OfficeRule(IReadOnlyList<LaneRule> Lanes, double Referral)
{
    /// <summary>The office's own time zone; null for the home's.</summary>
    public TimeZoneInfo? TimeZone { get; init; }
}
