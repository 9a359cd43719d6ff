namespace Tamiz.Storage.Archive;

/// <summary>What is known about an item when its month is closed.</summary>
/// <param name="NonCompliant">Whether an irregularity was found.</param>
/// <param name="Area">Risk area.</param>
/// <param name="Status">0 not told, 1 provisional, 2 notified, 3 final, 4 appealed, 5 overturned.</param>
/// <param name="Nature">0 not told, 1 error, 2 offence.</param>
/// <param name="Known">When the administration came to know it.</param>
/// <param name="Recovered">Duties and taxes recovered, in the home's currency; null where not told.</param>
public sealed record ArchiveFinding(bool NonCompliant, string Area, int Status, int Nature, Instant Known, decimal? Recovered);
