namespace Tamiz.Verifier.Files;

/// <summary>What the files hold, one after the other.</summary>
/// <param name="Segment">Number of the segment.</param>
/// <param name="Offset">Where it begins in the segment.</param>
internal abstract record LedgerPart(int Segment, long Offset)
{
    /// <summary>The place, without what it says of itself.</summary>
    public LedgerPlace Place => new(Segment, Offset);
}

/// <summary>The beginning of a segment.</summary>
/// <param name="Segment">Number of the segment.</param>
/// <param name="Header">Its first bytes.</param>
internal sealed record SegmentBegun(int Segment, SegmentHeader Header) : LedgerPart(Segment, 0);

/// <summary>A batch, complete in length.</summary>
/// <param name="Segment">Number of the segment.</param>
/// <param name="Offset">Where it begins in the segment.</param>
/// <param name="Header">Its header.</param>
/// <param name="Payload">Its payload as stored.</param>
internal sealed record StoredBatch(int Segment, long Offset, BatchHeader Header, byte[] Payload) : LedgerPart(Segment, Offset);

/// <summary>Something that is no batch.</summary>
/// <param name="Segment">Number of the segment.</param>
/// <param name="Offset">Where they begin in the segment.</param>
/// <param name="Rule">The rule that does not hold.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
/// <param name="Harmless">An incomplete batch at the end, as a power cut leaves it.</param>
internal sealed record Breakage(int Segment, long Offset, string Rule, string Found, string Expected, bool Harmless = false) : LedgerPart(Segment, Offset)
{
    /// <summary>Whether something is missing in this place.</summary>
    public bool IsGap { get; init; } = true;
}
