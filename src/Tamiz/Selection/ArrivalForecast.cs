namespace Tamiz.Selection;

/// <summary>
/// How many declarations an office can expect on a day: the mean over its last 28 days with arrivals; over those of the same
/// weekday where there are three.
/// </summary>
internal sealed class ArrivalForecast
{
    private const int Days = 28;
    private const int EnoughOfWeekday = 3;

    private readonly DayOfWeek[] _weekdays = new DayOfWeek[Days];
    private readonly int[] _arrivals = new int[Days];
    private int _closed;

    /// <summary>Takes note of a day that is over.</summary>
    public void Close(DateOnly day, int arrivals)
    {
        _weekdays[_closed % Days] = day.DayOfWeek;
        _arrivals[_closed % Days] = arrivals;
        _closed = _closed == (2 * Days) - 1 ? Days : _closed + 1;
    }

    public void Save(StateWriter writer)
    {
        writer.Count(_closed);
        for (var i = 0; i < Math.Min(_closed, Days); i++)
        {
            writer.Count((int)_weekdays[i]);
            writer.Count(_arrivals[i]);
        }
    }

    public void Load(StateReader reader)
    {
        _closed = reader.Count();
        for (var i = 0; i < Math.Min(_closed, Days); i++)
        {
            (_weekdays[i], _arrivals[i]) = ((DayOfWeek)reader.Count(), reader.Count());
        }
    }

    /// <summary>Arrivals expected on a day; 0 where no day is over yet.</summary>
    public double For(DateOnly day)
    {
        var known = Math.Min(_closed, Days);
        int all = 0, same = 0, sameDays = 0;
        for (var i = 0; i < known; i++)
        {
            all += _arrivals[i];
            if (_weekdays[i] == day.DayOfWeek)
            {
                same += _arrivals[i];
                sameDays++;
            }
        }

        return sameDays >= EnoughOfWeekday ? (double)same / sameDays
            : known > 0 ? (double)all / known
            : 0;
    }
}
