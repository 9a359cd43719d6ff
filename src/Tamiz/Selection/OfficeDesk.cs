using Tamiz.Assessment;

namespace Tamiz.Selection;

/// <summary>Selection at one office: what it remembers of past candidates and what it has used today.</summary>
internal sealed class OfficeDesk
{
    private const int DaysToHalve = 28;

    private readonly IReadOnlyList<LaneRule> _rules;
    private readonly string _releaseLane;
    private readonly LaneState[] _lanes;
    private readonly Budget _referralBudget;
    private readonly Gate _referralGate = new(takesZero: false);
    private readonly ArrivalForecast _forecast = new();
    private OfficeDay _day;
    private DateOnly _halvedOn;
    private bool _begun;

    /// <summary>The office before its first declaration.</summary>
    public OfficeDesk(OfficeRule rule, string releaseLane, RiskRegister register)
    {
        _rules = rule.Lanes;
        _releaseLane = releaseLane;
        _lanes = new LaneState[rule.Lanes.Count];
        var random = 0.0;
        for (var i = 0; i < _lanes.Length; i++)
        {
            _lanes[i] = new LaneState(rule.Lanes[i], random, i == 0, register.Areas);
            random = _lanes[i].RandomBound;
        }

        _referralBudget = new Budget(new Capacity(null, rule.Referral), 1);
    }

    /// <summary>Decides the lane of the next declaration.</summary>
    public LaneDecision Select(in Candidate candidate, double value, (double Lane, double Referral) draw)
    {
        TurnTo(candidate.Day);
        var partition = new Partition(draw.Lane);
        var basis = Basis.None;
        var before = 0.0;
        var lane = 0;
        for (; lane < _lanes.Length; lane++)
        {
            before = partition.Taken;
            basis = _lanes[lane].Judge(candidate, value, ref partition, _day);
            if (basis != Basis.None)
            {
                break;
            }
        }

        var referred = lane > 0 && Refer(value, draw.Referral);
        _day = _day with { Arrivals = _day.Arrivals + 1, Seen = _day.Seen + 1 };
        var last = _lanes[Math.Min(lane, _lanes.Length - 1)];
        return new LaneDecision(lane < _lanes.Length ? _rules[lane].Lane : _releaseLane, basis)
        {
            Area = last.Area,
            Draw = draw.Lane,
            RandomProbability = last.RandomBound,
            InclusionProbability = partition.Taken,
            LaneProbability = lane < _lanes.Length ? partition.Taken - before : 1 - partition.Taken,
            BidPrice = last.Bid,
            Value = value,
            Mandatory = candidate.Mandatory,
            Referral = referred,
            ReferralProbability = lane > 0 ? _referralGate.Share : 0,
        };
    }

    public void Save(StateWriter writer)
    {
        writer.Flag(_begun);
        writer.Count(_halvedOn.DayNumber);
        writer.Count(_day.Date.DayNumber);
        writer.Count(_day.Arrivals);
        writer.Real(_day.Expected);
        writer.Count(_day.Seen);
        foreach (var lane in _lanes)
        {
            lane.Save(writer);
        }

        _referralBudget.Save(writer);
        _referralGate.Save(writer);
        _forecast.Save(writer);
    }

    public void Load(StateReader reader)
    {
        _begun = reader.Flag();
        _halvedOn = DateOnly.FromDayNumber(reader.Count());
        _day = new OfficeDay(DateOnly.FromDayNumber(reader.Count()), reader.Count(), reader.Real(), reader.Count());
        foreach (var lane in _lanes)
        {
            lane.Load(reader);
        }

        _referralBudget.Load(reader);
        _referralGate.Load(reader);
        _forecast.Load(reader);
    }

    private bool Refer(double value, double draw)
    {
        var bin = ValueHistogram.BinOf(value);
        _referralGate.Judge(bin, _referralBudget.Rate(_day.Arrivals, _day.Expected), _day.Seen);
        var referred = draw < _referralGate.Share;
        _referralGate.Add(bin, referred);
        if (referred)
        {
            _referralBudget.Use();
        }

        return referred;
    }

    // A date before the current one (clocks set back at midnight) counts as the current one.
    private void TurnTo(DateOnly date)
    {
        if (_begun && date <= _day.Date)
        {
            return;
        }

        if (!_begun)
        {
            _begun = true;
            _halvedOn = date;
        }
        else
        {
            Close();
        }

        for (; _halvedOn.DayNumber + DaysToHalve <= date.DayNumber; _halvedOn = _halvedOn.AddDays(DaysToHalve))
        {
            Halve();
        }

        _day = new OfficeDay(date, 0, _forecast.For(date), _day.Seen);
    }

    private void Close()
    {
        _forecast.Close(_day.Date, _day.Arrivals);
        _referralBudget.Close(_day.Arrivals);
        var outdated = false;
        foreach (var lane in _lanes)
        {
            outdated |= lane.Close(_day.Arrivals);
        }

        if (outdated)
        {
            Forget();
        }
    }

    private void Halve()
    {
        _day = _day with { Seen = _day.Seen / 2 };
        _referralGate.Halve();
        foreach (var lane in _lanes)
        {
            lane.Halve();
        }
    }

    // Starts learning values again; what is expected to arrive, and what was carried over, stays.
    private void Forget()
    {
        _day = _day with { Seen = 0 };
        _referralGate.Forget();
        foreach (var lane in _lanes)
        {
            lane.Forget();
        }
    }
}
