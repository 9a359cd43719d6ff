namespace Tamiz.Selection;

/// <summary>
/// What an office has learnt about the values that reach one lane (or one reserve of it): how many a day, how high, and how many
/// were taken today. The bid price follows from the past alone.
/// </summary>
internal sealed class Meter
{
    private const int Remembered = 28;
    private const double PlacesAhead = 4;

    // However far a lane is overdrawn, a quarter of its share stays open to the highest values.
    private const double LeastOpen = 0.25;
    private const int FirstBin = -160;
    private const int Bins = 800;
    private readonly int[] _values = new int[Bins];
    private readonly int[] _days = new int[Remembered];
    private int _dayCount;
    private int _total;
    private double _carry;

    public int SeenToday { get; private set; }

    public int TakenToday { get; private set; }

    /// <summary>Arrivals to expect on a day; today's own so far where no day has passed.</summary>
    public double Expected
    {
        get
        {
            var days = Math.Min(_dayCount, Remembered);
            var sum = 0;
            for (var i = 0; i < days; i++)
            {
                sum += _days[i];
            }

            return days == 0 ? 0 : (double)sum / days;
        }
    }

    /// <summary>Closes a day: remembers its arrivals, and carries what was left over or overdrawn, at most a day's places (of an overdraft at least five).</summary>
    public void EndDay(in Capacity capacity)
    {
        var places = capacity.Places(SeenToday);
        _carry = Math.Clamp(_carry + places - TakenToday, -Math.Max(5, places), Math.Max(1, places));
        _days[_dayCount % Remembered] = SeenToday;
        _dayCount++;
        (SeenToday, TakenToday) = (0, 0);
        if (_dayCount % Remembered == 0)
        {
            Halve();
        }
    }

    /// <summary>Places still to give today, kept apart or not.</summary>
    public double Remaining(in Capacity capacity) =>
        capacity.Places(Math.Max(Expected, SeenToday + 1)) + _carry - TakenToday;

    /// <summary>
    /// Share of those still to come that the remaining places can take, 0 to 1. Where a day has few places, the look ahead reaches
    /// over the coming days until there are <see cref="PlacesAhead"/>, so that the first arrival after a quiet week is not taken blindly.
    /// </summary>
    public double Fraction(in Capacity capacity, double keptApart)
    {
        var expected = _dayCount == 0 ? ColdStart(capacity) : Math.Max(Expected, 0.01);
        var share = Math.Min(1, capacity.Places(expected) / expected);
        if (share <= 0)
        {
            return 0;
        }

        var today = Math.Max(0, expected - SeenToday);
        var ahead = Math.Max(today, PlacesAhead / share);
        return Math.Clamp((Remaining(capacity) - keptApart + (share * (ahead - today))) / ahead, share * LeastOpen, 1);
    }

    /// <summary>
    /// Probability of taking a value when the highest <paramref name="fraction"/> is to be taken, the value ranked among those of the
    /// past with itself counted in: 1 clearly above the bid price, 0 below, between at it or where the past is short.
    /// </summary>
    public double Chance(double value, double fraction, out double bid)
    {
        var own = BinOf(value);
        var wanted = fraction * (_total + 1);
        var above = 0;
        for (var bin = Bins - 1; bin > own; bin--)
        {
            above += _values[bin];
        }

        bid = fraction > 0 ? Bid(wanted) : double.NaN;
        return Math.Clamp((wanted - above) / (_values[own] + 1), 0, 1);
    }

    public void Observe(double value, bool taken)
    {
        _values[BinOf(value)]++;
        _total++;
        SeenToday++;
        TakenToday += taken ? 1 : 0;
    }

    /// <summary>The value above which the wanted number of past ones lies; not a number where the past is shorter than that.</summary>
    private double Bid(double wanted)
    {
        var above = 0;
        for (var bin = Bins - 1; bin > 0; bin--)
        {
            above += _values[bin];
            if (above >= wanted)
            {
                return LogBin.Middle(bin + FirstBin);
            }
        }

        return double.NaN;
    }

    private static int BinOf(double value) => value > 0 ? Math.Clamp(LogBin.Of(value) - FirstBin, 1, Bins - 1) : 0;

    // Before a first day has ended, a day of ten times the places is assumed, and a share needs no assumption.
    private double ColdStart(in Capacity capacity) => capacity.PerDay is { } places ? Math.Max(10.0 * places, SeenToday + 1) : SeenToday + 1;

    private void Halve()
    {
        _total = 0;
        for (var i = 0; i < Bins; i++)
        {
            _values[i] /= 2;
            _total += _values[i];
        }
    }
}
