namespace Tamiz.Ledger;

/// <summary>Bytes of a batch that a power cut broke off were cut from the ledger's end.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Segment">The segment's number.</param>
/// <param name="Offset">Where they began, in bytes.</param>
/// <param name="Length">How many.</param>
/// <param name="Digest">Their SHA-256.</param>
public sealed record TailCut(Instant At, string By, long Segment, long Offset, long Length, Hash Digest) : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.TailCut;

    internal static TailCut Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Count(), reader.Count(), reader.Count(), reader.Digest());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Count(Segment);
        writer.Count(Offset);
        writer.Count(Length);
        writer.Digest(Digest);
    }
}
