namespace Tamiz.Ledger;

/// <summary>Somebody proposed a content: configuration, risks, list, reports, profile, model, mapping, reference, trusted, rates, catalogue.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Kind">One of these words.</param>
/// <param name="Name">Its name among those of its kind.</param>
/// <param name="Digest">SHA-256 of its bytes.</param>
/// <param name="Size">Bytes.</param>
public sealed record ContentProposed(
    Instant At, string By, string Kind, string Name, Hash Digest, long Size)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.ContentProposed;

    internal static ContentProposed Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Text(), reader.Text(), reader.Digest(), reader.Count());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Kind);
        writer.Text(Name);
        writer.Digest(Digest);
        writer.Count(Size);
    }
}
