namespace Tamiz.Simulation.Policies;

/// <summary>Chooses by a draw alone.</summary>
public sealed class RandomPolicy : ISelectionPolicy
{
    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public void Choose(OfficeDay day, Span<LaneChoice> choices) => Draw(day, choices, day.Red, day.Yellow);

    /// <inheritdoc/>
    public void Learn(KnownFinding finding)
    {
    }

    /// <summary>Draws some for examination, and some more for their documents; each declaration is as likely.</summary>
    internal static void Draw(OfficeDay day, Span<LaneChoice> choices, int red, int yellow)
    {
        var chance = day.Chance;
        var order = Enumerable.Range(0, choices.Length).ToArray();
        var count = Math.Min(order.Length, red + yellow);
        for (var place = 0; place < count; place++)
        {
            var other = place + chance.Below(order.Length - place);
            (order[place], order[other]) = (order[other], order[place]);
            choices[order[place]] = new LaneChoice(place < red ? Lane.Red : Lane.Yellow, Basis.Random, (double)count / order.Length);
        }
    }
}
