namespace Tamiz.History;

/// <summary>What an item taught.</summary>
/// <param name="Known">Since when it counts.</param>
/// <param name="NonCompliant">Whether there is an irregularity.</param>
/// <param name="OfItem">Whether it was found on the item itself; else on the whole declaration.</param>
internal readonly record struct Lesson(Instant Known, bool NonCompliant, bool OfItem)
{
    /// <summary>One more than the place that is free after this one; 0 for none. Only where this is free.</summary>
    public int NextFree { get; init; }
}
