namespace Tamiz.Ledger;

/// <summary>A declaration was cancelled.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Identity">office/year/number of the declaration, without a version.</param>
/// <param name="DeclarationVersion">Its version, from 1.</param>
/// <param name="Reason">Why.</param>
public sealed record DeclarationCancelled(
    Instant At, string By, string Identity, int DeclarationVersion, string Reason)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.DeclarationCancelled;

    internal static DeclarationCancelled Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Text(), reader.Count32(), reader.Text());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Identity);
        writer.Count(DeclarationVersion);
        writer.Text(Reason);
    }
}
