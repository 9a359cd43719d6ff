namespace Tamiz.Ledger;

/// <summary>A later version of a declaration took the place of an earlier one. No new draw is made.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Identity">office/year/number of the declaration, without a version.</param>
/// <param name="Earlier">Version before.</param>
/// <param name="Later">Version after, the higher.</param>
/// <param name="Disclosed">Whether the lane could be known when the later one was lodged.</param>
public sealed record DeclarationAmended(
    Instant At, string By, string Identity, int Earlier, int Later, bool Disclosed)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.DeclarationAmended;

    internal static DeclarationAmended Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Text(), reader.Count32(), reader.Count32(), reader.Flag());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Identity);
        writer.Count(Earlier);
        writer.Count(Later);
        writer.Flag(Disclosed);
    }
}
