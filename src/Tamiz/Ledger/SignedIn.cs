namespace Tamiz.Ledger;

/// <summary>Somebody signed in, or was refused.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Person">Id of the person.</param>
/// <param name="Granted">Whether it was granted.</param>
/// <param name="Terminal">Where from.</param>
public sealed record SignedIn(Instant At, string By, string Person, bool Granted, string Terminal) : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.SignedIn;

    internal static SignedIn Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Text(), reader.Flag(), reader.Text());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Person);
        writer.Flag(Granted);
        writer.Text(Terminal);
    }
}
