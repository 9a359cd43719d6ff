namespace Tamiz.Selection;

/// <summary>The lane of a declaration, and how it came about.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Basis">Why; hidden from the inspector until the finding is locked.</param>
public sealed record LaneDecision(string Lane, Basis Basis)
{
    /// <summary>The draw, in [0, 1): the first 53 bits of HMAC-SHA256(seed, identity).</summary>
    public double Draw { get; init; }

    /// <summary>Probability of the random draw for this declaration.</summary>
    public double RandomProbability { get; init; }

    /// <summary>
    /// Probability of being controlled at all, in [0, 1]: exact for the random part; for the steered part the probability given the
    /// state in which the declaration arrived (0, 1, or between at the bid price).
    /// </summary>
    public double InclusionProbability { get; init; }

    /// <summary>Risk area whose reserve was used; null for none.</summary>
    public string? Area { get; init; }

    /// <summary>Expected consequence over all areas, in the home's currency.</summary>
    public double Value { get; init; }

    /// <summary>The bid price that it was measured against, in the home's currency; not a number where none was formed.</summary>
    public double BidPrice { get; init; } = double.NaN;

    /// <summary>What makes a control mandatory, whatever the basis; null for nothing.</summary>
    public string? Mandatory { get; init; }

    /// <summary>Whether it is flagged for post-clearance audit.</summary>
    public bool Referral { get; init; }
}
