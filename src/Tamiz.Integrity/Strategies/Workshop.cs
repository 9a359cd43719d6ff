using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>A half-day session in which people of all units draw up the strategy.</summary>
/// <param name="Id">As its file is called.</param>
/// <param name="Number">1 to 3.</param>
/// <param name="Date">Its day.</param>
/// <param name="Begin">When it begins.</param>
/// <param name="Place">Where; empty where it is not said.</param>
/// <param name="Participants">How many from each unit; nobody is named.</param>
/// <param name="Proposals">What was proposed.</param>
/// <param name="Decisions">What was agreed, in words.</param>
public sealed record Workshop(
    string Id, int Number, DateOnly Date, TimeOnly Begin, LocalText Place, IReadOnlyList<WorkshopUnit> Participants,
    IReadOnlyList<Proposal> Proposals, IReadOnlyList<LocalText> Decisions)
{
    /// <summary>The number of sessions.</summary>
    public const int Sessions = 3;

    /// <summary>All participants.</summary>
    public int Present => Participants.Sum(unit => unit.Count);
}

/// <summary>A unit at a session.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Count">Participants from it.</param>
public sealed record WorkshopUnit(string Id, LocalText Title, int Count);

/// <summary>A proposal on which a session votes.</summary>
/// <param name="Id">Its id, the same in each session.</param>
/// <param name="Factor">Id of the factor that it belongs to.</param>
/// <param name="Text">Its words.</param>
/// <param name="Unit">Id of the unit that made it; empty where it is not said.</param>
/// <param name="Comments">What was said to it, by no name.</param>
public sealed record Proposal(string Id, string Factor, LocalText Text, string Unit, IReadOnlyList<LocalText> Comments);
