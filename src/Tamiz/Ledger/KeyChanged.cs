namespace Tamiz.Ledger;

/// <summary>From the next batch on another key signs. The last record of its batch.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Key">The new key, as SubjectPublicKeyInfo in DER.</param>
/// <param name="Reason">Why.</param>
public sealed record KeyChanged(Instant At, string By, ReadOnlyMemory<byte> Key, string Reason) : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.KeyChanged;

    internal static KeyChanged Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Bytes().ToArray(), reader.Text());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Bytes(Key.Span);
        writer.Text(Reason);
    }
}
