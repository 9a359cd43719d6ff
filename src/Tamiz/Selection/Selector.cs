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

        return DeskOf(candidate.Office).Select(candidate, value, draw);
    }

    /// <summary>Writes what is remembered of each office.</summary>
    internal void Save(StateWriter writer)
    {
        writer.Count(_offices.Count);
        foreach (var (office, desk) in _offices)
        {
            writer.Text(office);
            desk.Save(writer);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote under the same policy and register, with nothing learnt so far.</summary>
    /// <exception cref="InvalidDataException">It was changed, or was cut.</exception>
    internal void Load(StateReader reader)
    {
        for (var count = reader.Count(); count > 0; count--)
        {
            DeskOf(reader.Text()).Load(reader);
        }
    }

    private OfficeDesk DeskOf(string office)
    {
        if (!_offices.TryGetValue(office, out var desk))
        {
            _offices.Add(office, desk = new OfficeDesk(_policy.Of(office), _policy.ReleaseLane, _register));
        }

        return desk;
    }
}
