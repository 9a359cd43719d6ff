namespace Tamiz.Ledger;

/// <summary>Somebody put a proposed content in force in the place of the one before, or refused it.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Kind">Kind of the content.</param>
/// <param name="Name">Its name.</param>
/// <param name="Digest">Which content; zeros take kind and name out of force.</param>
/// <param name="Granted">Whether it is in force from here on.</param>
/// <param name="Reason">Why.</param>
public sealed record ContentApproved(
    Instant At, string By, string Kind, string Name, Hash Digest, bool Granted, string Reason)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.ContentApproved;

    internal static ContentApproved Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Text(), reader.Text(), reader.Digest(), reader.Flag(), reader.Text());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Kind);
        writer.Text(Name);
        writer.Digest(Digest);
        writer.Flag(Granted);
        writer.Text(Reason);
    }
}
