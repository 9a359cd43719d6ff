using Tamiz.Selection;

namespace Tamiz.Storage.Desk;

/// <summary>
/// What was decided about a declaration whose row was applied earlier; where both are applied together the row itself carries it.
/// </summary>
/// <param name="Sequence">Sequence of the record of the lane.</param>
/// <param name="Identity">Identity, without the version.</param>
/// <param name="Version">From 1.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Basis">Why.</param>
/// <param name="Area">The risk area that weighs most.</param>
/// <param name="Risk">Probability of non-compliance in that area.</param>
/// <param name="AtStake">Consequence of non-compliance in that area, in the home's currency.</param>
/// <param name="Expected">Expected consequence, in the home's currency.</param>
/// <param name="Draw">The number drawn, in [0, 1).</param>
/// <param name="Inclusion">Probability of this lane or a more controlling one.</param>
/// <param name="Referral">Whether it is flagged for post-clearance audit.</param>
public sealed record DeskDecision(
    long Sequence, string Identity, int Version, string Lane, Basis Basis, string? Area, double? Risk, double? AtStake, double? Expected, double? Draw,
    double? Inclusion, bool Referral);
