using System.Collections.Immutable;

namespace Tamiz.Assessment;

/// <summary>The risk of a declaration in one area of the register: base + Σ contributions = log-odds of the risk.</summary>
/// <param name="Area">Id of the area.</param>
/// <param name="Base">Log-odds before any evidence.</param>
/// <param name="Evidence">All evidence with a contribution, strongest first.</param>
/// <param name="LogOdds">Log-odds of the risk.</param>
/// <param name="AtStake">Consequence of non-compliance, in the home's currency (for areas that money does not measure, its equivalent).</param>
public sealed record AreaRisk(string Area, double Base, ImmutableArray<Evidence> Evidence, double LogOdds, double AtStake)
{
    /// <summary>Probability of non-compliance, in (0, 1).</summary>
    public double Risk { get; } = Elementary.Sigmoid(LogOdds);

    /// <summary>Expected money at stake: risk × what is at stake.</summary>
    public double Expected => Risk * AtStake;
}
