namespace Tamiz.Ledger;

/// <summary>A record with its place in the ledger.</summary>
/// <param name="Sequence">Its sequence, from 0.</param>
/// <param name="Batch">Number of its batch.</param>
/// <param name="Committed">When its batch was committed.</param>
/// <param name="Bytes">Its bytes.</param>
public readonly record struct LedgerEntry(long Sequence, long Batch, Instant Committed, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Its type, found without reading the rest; none where the type is not known.</summary>
    /// <exception cref="LedgerFormatException">It does not begin as a record does.</exception>
    public RecordType Type => LedgerRecord.Peek(Bytes.Span).Type;

    /// <summary>When it was made, found without reading the rest.</summary>
    /// <exception cref="LedgerFormatException">It does not begin as a record does.</exception>
    public Instant At => LedgerRecord.Peek(Bytes.Span).At;

    /// <summary>The record itself.</summary>
    /// <exception cref="LedgerFormatException">See <see cref="LedgerRecord.Read(ReadOnlySpan{byte})"/>.</exception>
    public LedgerRecord Read() => LedgerRecord.Read(Bytes.Span);
}
