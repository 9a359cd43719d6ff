namespace Tamiz.Ledger;

/// <summary>The machine's clock showed an instant before the last batch; the ledger's time stood still.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Shown">What it showed.</param>
public sealed record ClockFellBack(Instant At, string By, Instant Shown) : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.ClockFellBack;

    internal static ClockFellBack Read(RecordHead head, ref RecordReader reader) => new(head.At, head.By, reader.At());

    private protected override void WriteFields(RecordWriter writer) => writer.At(Shown);
}
