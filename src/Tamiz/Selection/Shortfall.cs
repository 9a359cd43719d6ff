namespace Tamiz.Selection;

/// <summary>
/// Notices that a bid price, day after day, lets through clearly fewer than it should: the past does not speak for the present any
/// more, as when a new model weighs everything lower. (Where values rise, the past adapts by itself within days.)
/// </summary>
internal sealed class Shortfall
{
    private const int LeastDays = 3;
    private const double Deviations = 4;
    private const double Slack = 2;

    private double _due;
    private int _passed;
    private double _dueToday;
    private int _passedToday;
    private int _days;

    /// <summary>Takes note of a comer.</summary>
    /// <param name="share">Probability with which any comer should have been let through, in [0, 1].</param>
    /// <param name="passed">Whether this one was.</param>
    public void Add(double share, bool passed)
    {
        _dueToday += share;
        _passedToday += passed ? 1 : 0;
    }

    /// <summary>Ends the day, and says whether too few were let through on three days or more in a row, by more than chance explains.</summary>
    public bool Close()
    {
        (_due, _passed, _days) = _passedToday < _dueToday ? (_due + _dueToday, _passed + _passedToday, _days + 1) : (0, 0, 0);
        (_dueToday, _passedToday) = (0, 0);
        if (_days < LeastDays || _due - _passed <= (Deviations * Math.Sqrt(_due)) + Slack)
        {
            return false;
        }

        (_due, _passed, _days) = (0, 0, 0);
        return true;
    }

    public void Save(StateWriter writer)
    {
        writer.Real(_due);
        writer.Count(_passed);
        writer.Real(_dueToday);
        writer.Count(_passedToday);
        writer.Count(_days);
    }

    public void Load(StateReader reader) =>
        (_due, _passed, _dueToday, _passedToday, _days) = (reader.Real(), reader.Count(), reader.Real(), reader.Count(), reader.Count());
}
