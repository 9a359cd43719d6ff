namespace Tamiz.Ledger;

/// <summary>Somebody looked at something sensitive.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">Which one.</param>
/// <param name="Reason">Why.</param>
public sealed record SubjectRead(Instant At, string By, string Kind, string Subject, string Reason) : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.SubjectRead;

    internal static SubjectRead Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Text(), reader.Text(), reader.Text());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Kind);
        writer.Text(Subject);
        writer.Text(Reason);
    }
}
