using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Control;

/// <summary>When inspectors have time: each control begins where the one before ended, within a shift of somebody who is there.</summary>
public sealed class WorkBook
{
    private const int LongestWait = 40;

    private readonly Roster _roster;
    private readonly WorldClock _clock;
    private readonly Dictionary<(int Officer, int Day), int> _taken = [];

    /// <summary>The last day on which a control is planned so far; below 0 where none is.</summary>
    public int Last { get; private set; } = -1;

    /// <summary>A book with nothing in it.</summary>
    public WorkBook(Roster roster, WorldClock clock) => (_roster, _clock) = (roster, clock);

    /// <summary>Finds the first shift after a day in which an inspector has the time, and takes it.</summary>
    /// <param name="officer">The inspector.</param>
    /// <param name="day">The day of the lane.</param>
    /// <param name="minutes">How long the control takes; cut to a shift.</param>
    /// <returns>The minute at which it begins, and how long it may take.</returns>
    public (long Started, int Minutes) Take(Officer officer, int day, int minutes)
    {
        var on = day;
        for (var wait = 0; wait < LongestWait; wait++)
        {
            on = _clock.NextWorkday(on);
            var (from, to) = _roster.ShiftOf(officer, on);
            var taken = _taken.GetValueOrDefault((officer.Index, on));
            if (_roster.IsPresent(officer, on) && taken + Math.Min(minutes, to - from) <= to - from)
            {
                var length = Math.Min(minutes, to - from);
                _taken[(officer.Index, on)] = taken + length;
                Last = Math.Max(Last, on);
                return (((long)on * WorldClock.DayMinutes) + from + taken, length);
            }
        }

        return (((long)on * WorldClock.DayMinutes) + _roster.ShiftOf(officer, on).From, 0);
    }

    /// <summary>Forgets the days before a day.</summary>
    public void Forget(int day)
    {
        foreach (var past in _taken.Keys.Where(key => key.Day < day).ToList())
        {
            _taken.Remove(past);
        }
    }
}
