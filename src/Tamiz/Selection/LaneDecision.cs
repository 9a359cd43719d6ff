namespace Tamiz.Selection;

/// <summary>
/// The lane of a declaration, and how it came about. Its probabilities are those that the draw had, given everything decided before
/// this declaration (sequential conditional inclusion): exact for the random part; the steered part is 0 or 1, or between them for
/// values in the bin of the bid price.
/// </summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Basis">Why; hidden from the inspector until the finding is locked.</param>
public sealed record LaneDecision(string Lane, Basis Basis)
{
    /// <summary>The draw, in [0, 1): the first 53 bits of HMAC-SHA256(seed, identity).</summary>
    public double Draw { get; init; }

    /// <summary>Probability with which the draw alone gives this lane or a more controlling one; for the release lane, any control.</summary>
    public double RandomProbability { get; init; }

    /// <summary>Probability of this lane or a more controlling one, on whatever basis; for the release lane, of any control.</summary>
    public double InclusionProbability { get; init; }

    /// <summary>Probability of exactly this lane, on whatever basis.</summary>
    public double LaneProbability { get; init; }

    /// <summary>Risk area whose reserve was used; null for none.</summary>
    public string? Area { get; init; }

    /// <summary>Expected consequence over all areas, in the home's currency.</summary>
    public double Value { get; init; }

    /// <summary>
    /// The least value, in the home's currency, that this lane's remaining capacity would take; for the release lane, the last
    /// controlling lane's. Where a reserve was used, in that area's value. Not a number where no capacity was left for steering,
    /// or control was mandatory.
    /// </summary>
    public double BidPrice { get; init; } = double.NaN;

    /// <summary>What makes a control mandatory, whatever the basis; null for nothing.</summary>
    public string? Mandatory { get; init; }

    /// <summary>Whether it was drawn at random and mandatory all the same.</summary>
    public bool AlsoMandatory => Basis == Basis.Random && Mandatory is not null;

    /// <summary>Whether it is flagged for post-clearance audit; never in the most controlling lane.</summary>
    public bool Referral { get; init; }

    /// <summary>Probability of the flag, given the lane; 0 in the most controlling lane.</summary>
    public double ReferralProbability { get; init; }
}
