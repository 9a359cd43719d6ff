namespace Tamiz.Selection;

/// <summary>
/// One bid price: it lets through the share of its comers with the highest values that capacity has room for, judged by the
/// comers before. With N earlier comers, A of them above and B equal (in the same bin), a newcomer's rank among the N + 1 is
/// equally likely to be any from A + 1 to A + B + 1; it is let through as far as that lies in the first (N + 1) × share. With no
/// past at all, that is the share itself.
/// </summary>
/// <param name="takesZero">Whether comers with a value of 0 may be let through where there is room for them.</param>
internal sealed class Gate(bool takesZero)
{
    private readonly Shortfall _shortfall = new();
    private ValueHistogram _past = new();
    private double _due;

    /// <summary>Probability with which the last comer judged was let through.</summary>
    public double Share { get; private set; }

    /// <summary>The least value that the last judgement would have let through with any probability; not a number where the gate was shut.</summary>
    public double Bid { get; private set; } = double.NaN;

    /// <summary>Judges a comer, given the controls that one arrival may use here.</summary>
    /// <param name="bin">The bin of its value.</param>
    /// <param name="rate">Controls an arrival.</param>
    /// <param name="seen">All arrivals counted so far at the office, halved as the gate is.</param>
    public void Judge(int bin, double rate, int seen)
    {
        if (rate <= 0)
        {
            (Share, Bid, _due) = (0, double.NaN, 0);
            return;
        }

        // rate / (comers an arrival) × (N + 1), where comers an arrival = (N + 1) / (seen + 1).
        var places = rate * (seen + 1.0);
        _due = Math.Min(1, places / (_past.Total + 1));
        Bid = ValueHistogram.LowerEdge(_past.LowestWithFewerAbove(places));
        Share = bin == ValueHistogram.ZeroBin && !takesZero ? 0 : Math.Clamp((places - _past.Above(bin)) / (_past.In(bin) + 1), 0, 1);
    }

    /// <summary>Remembers the comer that was just judged.</summary>
    /// <param name="bin">The bin of its value.</param>
    /// <param name="passed">Whether it was let through.</param>
    public void Add(int bin, bool passed)
    {
        _past.Add(bin);
        _shortfall.Add(_due, passed);
    }

    /// <summary>Ends the day, and says whether the past has ceased to speak for the present.</summary>
    public bool Close() => _shortfall.Close();

    /// <summary>Comers with a value above 0 an arrival.</summary>
    public double PositiveRate(int seen) => (_past.Positive + 1.0) / (seen + 1.0);

    /// <summary>Halves the weight of the past.</summary>
    public void Halve() => _past.Halve();

    /// <summary>Forgets the past.</summary>
    public void Forget() => _past = new ValueHistogram();

    /// <summary>Writes what is remembered of comers; what was said of the last one is not.</summary>
    public void Save(StateWriter writer)
    {
        _shortfall.Save(writer);
        _past.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote, where nothing is remembered.</summary>
    public void Load(StateReader reader)
    {
        _shortfall.Load(reader);
        _past.Load(reader);
    }
}
