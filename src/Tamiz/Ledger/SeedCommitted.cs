namespace Tamiz.Ledger;

/// <summary>An office committed to the seed of its first day.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Office">The customs office.</param>
/// <param name="Commitment">Of the seed.</param>
public sealed record SeedCommitted(Instant At, string By, string Office, Hash Commitment) : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.SeedCommitted;

    internal static SeedCommitted Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Text(), reader.Digest());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Office);
        writer.Digest(Commitment);
    }
}
