namespace Tamiz.Simulation.Policies;

/// <summary>A policy that gives the most control to what it puts first.</summary>
public abstract class OrderedPolicy : ISelectionPolicy
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public virtual void Choose(OfficeDay day, Span<LaneChoice> choices)
    {
        var scores = new double[choices.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(day.Declarations[i], day);
        }

        Order(scores, day, choices, 0);
    }

    /// <inheritdoc/>
    public virtual void Learn(KnownFinding finding)
    {
    }

    /// <summary>How urgent a control is; equal ones go by the order of lodgement.</summary>
    protected abstract double Score(DeclaredGoods declaration, OfficeDay day);

    /// <summary>Gives the lanes that are left to the highest scores above none.</summary>
    /// <param name="scores">By declaration; negative infinity for what must stay as it is.</param>
    /// <param name="day">The day.</param>
    /// <param name="choices">The choices.</param>
    /// <param name="taken">Examinations that are taken already.</param>
    protected static void Order(double[] scores, OfficeDay day, Span<LaneChoice> choices, int taken)
    {
        var order = Enumerable.Range(0, scores.Length).Where(i => !double.IsNegativeInfinity(scores[i]))
            .OrderByDescending(i => scores[i]).ThenBy(i => i).Take(Math.Max(0, day.Red - taken) + day.Yellow).ToArray();
        for (var place = 0; place < order.Length; place++)
        {
            choices[order[place]] = new LaneChoice(place < day.Red - taken ? Lane.Red : Lane.Yellow, Basis.Rule, 1);
        }
    }
}
