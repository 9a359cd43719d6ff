namespace Tamiz.Ledger;

/// <summary>A checkpoint over the first batches was made.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Batch">The last batch that it covers.</param>
/// <param name="BatchHash">Hash of that batch.</param>
/// <param name="Tree">Tree of the ledger up to that batch.</param>
public sealed record CheckpointMade(Instant At, string By, long Batch, Hash BatchHash, Hash Tree) : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.CheckpointMade;

    internal static CheckpointMade Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Count(), reader.Digest(), reader.Digest());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Count(Batch);
        writer.Digest(BatchHash);
        writer.Digest(Tree);
    }
}
