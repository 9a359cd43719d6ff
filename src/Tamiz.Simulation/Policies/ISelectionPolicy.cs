namespace Tamiz.Simulation.Policies;

/// <summary>Chooses what is controlled.</summary>
public interface ISelectionPolicy
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>Chooses for the declarations that an office received in a day, within that day's capacity; called once when its counter closes.</summary>
    /// <param name="day">What the office knows.</param>
    /// <param name="choices">A choice for each declaration, green at first.</param>
    void Choose(OfficeDay day, Span<LaneChoice> choices);

    /// <summary>Told of a finding on the day on which it becomes known, before that day's choices.</summary>
    void Learn(KnownFinding finding);
}
