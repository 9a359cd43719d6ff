namespace Tamiz.Integrity.Strategies;

/// <summary>A point of a session's agenda.</summary>
/// <param name="Begin">When it begins.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Code">Its words are workshop.agenda.CODE and, what is done, workshop.how.CODE.</param>
public sealed record AgendaPoint(TimeOnly Begin, int Minutes, string Code);

/// <summary>Makes the agendas of the three half-day sessions.</summary>
public static class Agenda
{
    private const int HalfDay = 240;
    private const int Break = 15;
    private const int Step = 5;

    // Points of each session with their share of the time; a break in the middle.
    private static readonly (string Code, int Weight)[][] Plans =
    [
        [("opening", 2), ("results", 5), ("risks", 4), ("break", 0), ("vision", 4), ("proposals", 7), ("vote", 3), ("closing", 1)],
        [("recap", 2), ("comments", 5), ("objectives", 6), ("break", 0), ("actions", 7), ("vote", 3), ("closing", 1)],
        [("recap", 2), ("owners", 6), ("indicators", 5), ("break", 0), ("sustainability", 5), ("vote", 3), ("approval", 3), ("closing", 1)],
    ];

    /// <summary>The agenda of a session: four hours, in steps of five minutes; voting takes longer with more proposals.</summary>
    /// <param name="number">1 to 3.</param>
    /// <param name="begin">When it begins.</param>
    /// <param name="proposals">Proposals to be voted on.</param>
    public static IReadOnlyList<AgendaPoint> Of(int number, TimeOnly begin, int proposals)
    {
        const int Usual = 10;
        var plan = Plans[number - 1].Select(point => point.Code == "vote" ? (point.Code, point.Weight + Math.Min(3, proposals / Usual)) : point).ToArray();
        var left = HalfDay - Break;
        var weight = plan.Sum(point => point.Item2);
        var points = new List<AgendaPoint>();
        foreach (var (code, share) in plan)
        {
            var minutes = share == 0 ? Break : share == weight ? left : Math.Max(Step, (int)Math.Round((double)left * share / weight / Step, MidpointRounding.AwayFromZero) * Step);
            points.Add(new AgendaPoint(begin, minutes, code));
            begin = begin.AddMinutes(minutes);
            (left, weight) = share == 0 ? (left, weight) : (left - minutes, weight - share);
        }

        return points;
    }
}
