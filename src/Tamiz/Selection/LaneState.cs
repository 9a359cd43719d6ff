using Tamiz.Assessment;

namespace Tamiz.Selection;

/// <summary>A controlling lane at an office: its budget, its bid price, and one more for each area with reserved capacity.</summary>
internal sealed class LaneState
{
    private readonly bool _takesMandatory;
    private readonly double _random;
    private readonly double _randomBound;
    private readonly Budget _budget;
    private readonly Gate _gate = new(takesZero: true);
    private readonly ReservedGate[] _reserved;
    private int _mandatory;

    /// <summary>The lane before its first day.</summary>
    /// <param name="rule">The lane.</param>
    /// <param name="randomBefore">Sum of the random shares of the lanes before.</param>
    /// <param name="takesMandatory">Whether it is the most controlling lane.</param>
    /// <param name="areas">The areas of the risk register.</param>
    public LaneState(LaneRule rule, double randomBefore, bool takesMandatory, IReadOnlyList<RiskArea> areas)
    {
        _takesMandatory = takesMandatory;
        _random = rule.Random;
        _randomBound = Math.Min(1, randomBefore + rule.Random);
        _budget = new Budget(rule.Capacity, 1);
        _reserved = [.. areas.Where(area => area.Reserved > 0)
            .Select(area => new ReservedGate(area.Id, new Budget(rule.Capacity, (double)area.Reserved), new Gate(takesZero: false)))];
    }

    /// <summary>Draws below it are in this lane, or one before, by the draw alone.</summary>
    public double RandomBound => _randomBound;

    /// <summary>The bid price of the last declaration judged: that of its area where it was let through by one.</summary>
    public double Bid { get; private set; }

    /// <summary>The area whose reserved capacity took the last declaration judged.</summary>
    public string? Area { get; private set; }

    /// <summary>Judges a declaration, uses the budget where it is taken, and learns its value where it came to a bid price.</summary>
    /// <param name="candidate">The declaration.</param>
    /// <param name="value">Sum of its area values.</param>
    /// <param name="partition">What the lanes before left over; this lane's part is cut off.</param>
    /// <param name="day">The office's day.</param>
    public Basis Judge(in Candidate candidate, double value, ref Partition partition, in OfficeDay day)
    {
        (Bid, Area) = (double.NaN, null);
        var basis = partition.TakeBelow(_randomBound) ? Basis.Random : Basis.None;
        if (_takesMandatory && candidate.Mandatory is not null)
        {
            if (partition.TakeShare(1))
            {
                basis = Basis.Mandatory;
                _mandatory++;
            }
        }
        else
        {
            Steer(candidate, value, ref basis, ref partition, day);
        }

        if (basis != Basis.None)
        {
            _budget.Use();
        }

        return basis;
    }

    private void Steer(in Candidate candidate, double value, ref Basis basis, ref Partition partition, in OfficeDay day)
    {
        var left = _budget.Rate(day.Arrivals, day.Expected) - _random - (_mandatory / (day.Seen + 1.0));
        var rate = Math.Max(left, _budget.LeastRate);
        var kept = 0.0;
        foreach (var (area, budget, gate) in _reserved)
        {
            var bin = ValueHistogram.BinOf(ValueIn(area, candidate.Values));
            var own = Math.Min(budget.Rate(day.Arrivals, day.Expected), rate - kept);
            kept += Math.Clamp(own, 0, gate.PositiveRate(day.Seen));
            if (Pass(gate, bin, own, basis, ref partition, day))
            {
                basis = Basis.Reserved;
                (Bid, Area) = (gate.Bid, area);
                budget.Use();
            }
        }

        if (Pass(_gate, ValueHistogram.BinOf(value), rate - kept, basis, ref partition, day))
        {
            basis = Basis.Value;
        }

        Bid = Area is null ? _gate.Bid : Bid;
    }

    private static bool Pass(Gate gate, int bin, double rate, Basis basis, ref Partition partition, in OfficeDay day)
    {
        gate.Judge(bin, rate, day.Seen);
        var passed = partition.TakeShare(gate.Share);
        if (basis == Basis.None)
        {
            gate.Add(bin, passed);
        }

        return passed;
    }

    private static double ValueIn(string area, IReadOnlyList<AreaValue> values)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Count; i++)
        {
            sum += string.Equals(values[i].Area, area, StringComparison.Ordinal) ? values[i].Value : 0;
        }

        return sum;
    }

    /// <summary>Ends the day, and says whether the past has ceased to speak for the present.</summary>
    /// <param name="arrivals">The day's arrivals.</param>
    public bool Close(int arrivals)
    {
        _budget.Close(arrivals);
        foreach (var reserved in _reserved)
        {
            reserved.Budget.Close(arrivals);
        }

        return _gate.Close();
    }

    /// <summary>Halves the weight of the past.</summary>
    public void Halve()
    {
        _mandatory /= 2;
        _gate.Halve();
        foreach (var reserved in _reserved)
        {
            reserved.Gate.Halve();
        }
    }

    /// <summary>Forgets the past.</summary>
    public void Forget()
    {
        _mandatory = 0;
        _gate.Forget();
        foreach (var reserved in _reserved)
        {
            reserved.Gate.Forget();
        }
    }

    public void Save(StateWriter writer)
    {
        writer.Count(_mandatory);
        _budget.Save(writer);
        _gate.Save(writer);
        foreach (var reserved in _reserved)
        {
            reserved.Budget.Save(writer);
            reserved.Gate.Save(writer);
        }
    }

    public void Load(StateReader reader)
    {
        _mandatory = reader.Count();
        _budget.Load(reader);
        _gate.Load(reader);
        foreach (var reserved in _reserved)
        {
            reserved.Budget.Load(reader);
            reserved.Gate.Load(reader);
        }
    }

    private readonly record struct ReservedGate(string Area, Budget Budget, Gate Gate);
}
