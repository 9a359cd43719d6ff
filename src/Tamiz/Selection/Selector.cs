using Tamiz.Assessment;

namespace Tamiz.Selection;

/// <summary>
/// Gives each declaration its lane, one after the other in the order of (instant, identity), from the past alone. For each lane,
/// from the most controlling on: the draw alone, over everything; then mandatory control (most controlling lane; both even where
/// the day is full); then the capacity reserved for risk areas; then value. The last two go over a bid price: the value from which
/// on what is left of the day's capacity would just be used by the declarations still expected, judged by the office's earlier
/// ones, whose weight halves every 28 days. Equal values are told apart by the draw, so that a capacity is met even if all are
/// equal. A value of 0, often an unknown one, takes only room that nothing else can use, and never a reserve. Each office is on its
/// own. The same calls in the same order give the same decisions, bit for bit. Not for several threads.
/// </summary>
public sealed class Selector
{
    private readonly SelectionPolicy _policy;
    private readonly RiskRegister _register;
    private readonly Dictionary<string, OfficeDesk> _offices = new(StringComparer.Ordinal);

    /// <summary>A selector with nothing learnt.</summary>
    /// <param name="policy">Lanes and capacities.</param>
    /// <param name="register">Risk areas with their reserves.</param>
    public Selector(SelectionPolicy policy, RiskRegister register)
    {
        _policy = policy;
        _register = register;
    }

    /// <summary>The lane of the next declaration.</summary>
    /// <param name="candidate">The declaration. A day before the office's current one counts as the current one.</param>
    /// <param name="draw">Its draw (<see cref="Draws.Of"/>).</param>
    /// <exception cref="ArgumentException">A value is negative or not finite.</exception>
    public LaneDecision Select(in Candidate candidate, (double Lane, double Referral) draw)
    {
        var value = 0.0;
        for (var i = 0; i < candidate.Values.Count; i++)
        {
            var part = candidate.Values[i];
            if (!double.IsFinite(part.Value) || part.Value < 0)
            {
                throw new ArgumentException($"{candidate.Identity}: value {part.Value} in area {part.Area}", nameof(candidate));
            }

            value += part.Value;
        }

        if (!_offices.TryGetValue(candidate.Office, out var desk))
        {
            _offices.Add(candidate.Office, desk = new OfficeDesk(_policy.Of(candidate.Office), _policy.ReleaseLane, _register));
        }

        return desk.Select(candidate, value, draw);
    }
}
