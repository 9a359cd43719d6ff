using Tamiz.Assessment;

namespace Tamiz.Selection;

/// <summary>
/// Gives each declaration its lane, one after the other in the order of (instant, identity): the random draw first and over
/// everything, then mandatory controls, then value over a running bid price under capacity, part of it reserved by risk area.
/// It looks at the past alone. Not for several threads.
/// </summary>
public sealed class Selector
{
    private readonly SelectionPolicy _policy;
    private readonly RiskRegister _register;
    private readonly byte[] _seed;
    private readonly Dictionary<string, OfficeDesk> _offices = new(StringComparer.Ordinal);

    /// <summary>A selector with nothing learnt.</summary>
    /// <param name="policy">Lanes and capacities.</param>
    /// <param name="register">Risk areas with their reserves.</param>
    /// <param name="seed">Key of the draws.</param>
    public Selector(SelectionPolicy policy, RiskRegister register, ReadOnlySpan<byte> seed)
    {
        _policy = policy;
        _register = register;
        _seed = seed.ToArray();
    }

    /// <summary>The lane of the next declaration.</summary>
    public LaneDecision Select(in Candidate candidate)
    {
        if (!_offices.TryGetValue(candidate.Office, out var desk))
        {
            _offices.Add(candidate.Office, desk = new OfficeDesk(_policy.Of(candidate.Office), _register));
        }

        return desk.Select(candidate, Draws.Of(_seed, candidate.Identity), _policy.ReleaseLane);
    }
}
