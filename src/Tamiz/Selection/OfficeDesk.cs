using Tamiz.Assessment;

namespace Tamiz.Selection;

/// <summary>What an office has learnt, lane by lane.</summary>
internal sealed class OfficeDesk
{
    private readonly OfficeRule _rule;
    private readonly (string Area, double Share)[] _reserves;
    private readonly Meter[] _lanes;
    private readonly Meter[][] _reserved;
    private readonly Meter _referrals = new();
    private DateOnly _day = DateOnly.MinValue;

    public OfficeDesk(OfficeRule rule, RiskRegister register)
    {
        _rule = rule;
        _reserves = [.. register.Areas.Where(area => area.Reserved > 0).Select(area => (area.Id, (double)area.Reserved))];
        _lanes = [.. rule.Lanes.Select(_ => new Meter())];
        _reserved = [.. rule.Lanes.Select(_ => _reserves.Select(_ => new Meter()).ToArray())];
    }

    public LaneDecision Select(in Candidate candidate, (double Random, double Tie) draw, string releaseLane)
    {
        BeginDay(candidate.Day);
        double value = 0;
        foreach (var area in candidate.Values)
        {
            value += area.Value;
        }

        var chosen = -1;
        var decision = new LaneDecision(releaseLane, Basis.None);
        double missed = 1;
        double from = 0;
        var tie = draw.Tie;
        for (var lane = 0; lane < _lanes.Length && chosen < 0; lane++)
        {
            var random = _rule.Lanes[lane].Random;
            var drawn = draw.Random >= from && draw.Random < from + random;
            from += random;
            var steered = Steer(lane, candidate, value, tie, out var basis, out var area, out var bid);
            missed *= (1 - random) * (1 - steered);
            var taken = drawn || candidate.Mandatory is not null || tie < steered;
            decision = decision with { BidPrice = bid };
            Observe(lane, candidate, value, taken, basis == Basis.Reserved && !drawn ? area : null);
            if (taken)
            {
                chosen = lane;
                basis = drawn ? Basis.Random : candidate.Mandatory is not null ? Basis.Mandatory : basis;
                decision = decision with { Lane = _rule.Lanes[lane].Lane, Basis = basis, Area = basis == Basis.Reserved ? area : null };
            }

            // What is left of the tie-breaker after a lane passed is again even over [0, 1).
            tie = steered < 1 ? (tie - steered) / (1 - steered) : tie;
        }

        return decision with
        {
            Draw = draw.Random,
            RandomProbability = RandomProbability(),
            InclusionProbability = candidate.Mandatory is not null ? 1 : 1 - missed,
            Value = value,
            Mandatory = candidate.Mandatory,
            Referral = chosen != 0 && Refer(value, draw.Tie),
        };
    }

    private double RandomProbability()
    {
        double sum = 0;
        foreach (var lane in _rule.Lanes)
        {
            sum += lane.Random;
        }

        return Math.Min(1, sum);
    }

    private void BeginDay(DateOnly day)
    {
        if (day <= _day)
        {
            return;
        }

        for (var lane = 0; _day != DateOnly.MinValue && lane < _lanes.Length; lane++)
        {
            _lanes[lane].EndDay(_rule.Lanes[lane].Capacity);
            for (var i = 0; i < _reserves.Length; i++)
            {
                _reserved[lane][i].EndDay(default);
            }
        }

        if (_day != DateOnly.MinValue)
        {
            _referrals.EndDay(new Capacity(null, _rule.Referral));
        }

        _day = day;
    }

    /// <summary>Probability that value alone takes the candidate into a lane: through a reserve, else over the bid price.</summary>
    private double Steer(int lane, in Candidate candidate, double value, double tie, out Basis basis, out string? area, out double bid)
    {
        var capacity = _rule.Lanes[lane].Capacity;
        double keptApart = 0;
        for (var i = 0; i < _reserves.Length; i++)
        {
            var meter = _reserved[lane][i];
            var places = capacity.Places(Math.Max(_lanes[lane].Expected, _lanes[lane].SeenToday + 1)) * _reserves[i].Share;
            var left = Math.Max(0, places - meter.TakenToday);
            var toCome = Math.Max(0, meter.Expected - meter.SeenToday);
            keptApart += Math.Min(left, toCome);
            if (ValueIn(candidate, _reserves[i].Area) is { } areaValue && left >= 1)
            {
                var chance = meter.Chance(areaValue, Math.Min(1, left / Math.Max(1, toCome)), out bid);
                if (tie < chance)
                {
                    (basis, area) = (Basis.Reserved, _reserves[i].Area);
                    return chance;
                }
            }
        }

        (basis, area) = (Basis.Value, null);
        return _lanes[lane].Chance(value, _lanes[lane].Fraction(capacity, keptApart), out bid);
    }

    private void Observe(int lane, in Candidate candidate, double value, bool taken, string? reserve)
    {
        _lanes[lane].Observe(value, taken);
        for (var i = 0; i < _reserves.Length; i++)
        {
            if (ValueIn(candidate, _reserves[i].Area) is { } areaValue)
            {
                _reserved[lane][i].Observe(areaValue, taken && reserve == _reserves[i].Area);
            }
        }
    }

    private bool Refer(double value, double tie)
    {
        var capacity = new Capacity(null, _rule.Referral);
        var referred = tie < _referrals.Chance(value, _referrals.Fraction(capacity, 0), out _) && value > 0;
        _referrals.Observe(value, referred);
        return referred;
    }

    private static double? ValueIn(in Candidate candidate, string area)
    {
        foreach (var value in candidate.Values)
        {
            if (string.Equals(value.Area, area, StringComparison.Ordinal))
            {
                return value.Value;
            }
        }

        return null;
    }
}
