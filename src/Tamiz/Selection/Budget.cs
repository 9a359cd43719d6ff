namespace Tamiz.Selection;

/// <summary>What is left of a capacity today, expressed as the rate at which the coming arrivals may use it.</summary>
internal sealed class Budget
{
    // Without a past, a number of controls a day is assumed to be this share of a day.
    private const double AssumedShare = 0.1;

    // Near the end of the expected day and beyond, what is left is spread over at least this part of a day.
    private const double LeastPartOfDay = 1.0 / 32;

    // A share looks ahead over at least the arrivals that earn so many controls: where a day has few, it is choosy over several days.
    private const double ControlsAhead = 4;

    // However far a share is overdrawn, so much of it stays open to the highest values.
    private const double LeastOpen = 0.25;

    // So many controls at most does a share carry from day to day.
    private const double MostCarried = 3;

    private readonly double _perDay;
    private readonly double _share;
    private readonly double _assumedDay;
    private readonly double _mostCarried;
    private double _carried;
    private int _used;

    /// <summary>A budget that has not been used.</summary>
    /// <param name="capacity">The lane's capacity.</param>
    /// <param name="part">The part of it that this budget has, in [0, 1].</param>
    public Budget(Capacity capacity, double part)
    {
        _perDay = (capacity.PerDay ?? 0) * part;
        _share = capacity.PerDay is null ? capacity.Share * part : 0;
        _assumedDay = (capacity.PerDay ?? 0) / AssumedShare;
        _mostCarried = _perDay <= 0 ? MostCarried : double.IsInteger(_perDay) ? 0 : 1;
    }

    /// <summary>
    /// Controls that one more arrival may use on average; 0 or less where the capacity is used up.
    /// A share earns with each arrival and is spent at that share, plus what was earned too much or too little, spread over the
    /// arrivals that are still expected, at least as many as earn four controls. A number a day is spread over them directly.
    /// </summary>
    /// <param name="arrivals">Arrivals today before this one.</param>
    /// <param name="expected">Arrivals expected today; 0 where there is no past.</param>
    public double Rate(int arrivals, double expected)
    {
        if (_perDay > 0)
        {
            var day = expected > 0 ? expected : _assumedDay;
            return (_perDay + _carried - _used) / Math.Max(Math.Max(day - arrivals, day * LeastPartOfDay), 1);
        }

        if (_share <= 0)
        {
            return 0;
        }

        var horizon = Math.Max(Math.Max(expected - arrivals, expected * LeastPartOfDay), ControlsAhead / _share);
        return _share + (((_share * arrivals) + _carried - _used) / horizon);
    }

    /// <summary>
    /// Controls that one more arrival may use however far random and mandatory control have overdrawn the budget: a quarter of a
    /// share, so that the highest values are not shut out; nothing of a number a day, which is a limit.
    /// </summary>
    public double LeastRate => _share * LeastOpen;

    /// <summary>Uses one control.</summary>
    public void Use() => _used++;

    /// <summary>
    /// Ends the day. A share carries what was not used, or used too much, into the next day, up to three controls, so that small
    /// offices get their share over several days; a broken number a day (a reserve) up to one. A whole number starts afresh.
    /// </summary>
    /// <param name="arrivals">The day's arrivals.</param>
    public void Close(int arrivals)
    {
        _carried = Math.Clamp(_carried + _perDay + (_share * arrivals) - _used, -_mostCarried, _mostCarried);
        _used = 0;
    }

    public void Save(StateWriter writer)
    {
        writer.Real(_carried);
        writer.Count(_used);
    }

    public void Load(StateReader reader) => (_carried, _used) = (reader.Real(), reader.Count());
}
