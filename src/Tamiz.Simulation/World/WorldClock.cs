using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.World;

/// <summary>Days, months and weights of days of a world. A day is a number from the world's beginning.</summary>
public sealed class WorldClock
{
    /// <summary>Minutes of a day.</summary>
    public const int DayMinutes = 1440;

    private readonly DateOnly _begin;
    private readonly CalendarPlan _plan;
    private readonly HashSet<(int Month, int Day)> _holidays;
    private readonly double _meanWeek;
    private readonly double _meanMonth;

    /// <summary>The clock of a world.</summary>
    public WorldClock(DateOnly begin, CalendarPlan plan)
    {
        _begin = begin;
        _plan = plan;
        _holidays = [.. plan.Holidays.Select(Parse)];
        _meanWeek = plan.Week.Sum() / 7;
        _meanMonth = plan.Months.Sum() / 12;
    }

    /// <summary>The calendar's date of a day.</summary>
    public DateOnly Date(int day) => _begin.AddDays(day);

    /// <summary>Date and time of a minute.</summary>
    public DateTime At(long minute) => _begin.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);

    /// <summary>Months from the world's beginning to a day.</summary>
    public int MonthOf(int day)
    {
        var date = Date(day);
        return ((date.Year - _begin.Year) * 12) + date.Month - _begin.Month;
    }

    /// <summary>The first day of a month.</summary>
    public int FirstOf(int month) => _begin.AddMonths(month).DayNumber - _begin.DayNumber;

    /// <summary>How much is lodged on a day, 1 on average.</summary>
    public double Weight(int day)
    {
        var date = Date(day);
        var weight = _plan.Week[((int)date.DayOfWeek + 6) % 7] / _meanWeek * _plan.Months[date.Month - 1] / _meanMonth;
        return _holidays.Contains((date.Month, date.Day)) ? weight * 0.1 : weight;
    }

    /// <summary>Whether officers work on a day.</summary>
    public bool IsWorkday(int day) => Weight(day) >= 0.5;

    /// <summary>The first day after a day on which officers work.</summary>
    public int NextWorkday(int day)
    {
        for (var next = day + 1; next < day + 14; next++)
        {
            if (IsWorkday(next))
            {
                return next;
            }
        }

        return day + 1;
    }

    private static (int Month, int Day) Parse(string text) =>
        DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)
            ? (date.Month, date.Day)
            : default;
}
