namespace Tamiz.History;

/// <summary>A finding on its way into history, or out of it.</summary>
/// <param name="Due">The instant after which it shows.</param>
/// <param name="Known">Since when it counts; it is counted in the bucket of that instant.</param>
/// <param name="NonCompliant">Whether there is an irregularity.</param>
/// <param name="TakenBack">Whether it was taught before, and is taken back.</param>
internal readonly record struct PendingFinding(Instant Due, Instant Known, bool NonCompliant, bool TakenBack)
{
    /// <summary>The order in which they are written.</summary>
    public int CompareTo(PendingFinding other) =>
        (Due, Known, NonCompliant, TakenBack).CompareTo((other.Due, other.Known, other.NonCompliant, other.TakenBack));
}
