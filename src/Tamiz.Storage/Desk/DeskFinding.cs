namespace Tamiz.Storage.Desk;

/// <summary>What a control found, also nothing. Of one item the latest counts.</summary>
/// <param name="Sequence">Sequence of its record.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Id of the person; empty for the system.</param>
/// <param name="Identity">Identity of the declaration, without the version.</param>
/// <param name="Item">Sequence of the item; 0 for the whole declaration.</param>
/// <param name="NonCompliant">Whether an irregularity was found.</param>
/// <param name="Area">Risk area.</param>
/// <param name="Status">0 not told, 1 provisional, 2 notified, 3 final, 4 appealed, 5 overturned.</param>
/// <param name="Nature">0 not told, 1 error, 2 offence.</param>
/// <param name="Known">When the administration came to know it.</param>
/// <param name="Recovered">Duties and taxes recovered, in the home's currency; null where not told.</param>
public sealed record DeskFinding(
    long Sequence, Instant At, string By, string Identity, int Item, bool NonCompliant, string Area, int Status, int Nature, Instant Known, decimal? Recovered);
