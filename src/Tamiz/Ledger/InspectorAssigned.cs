namespace Tamiz.Ledger;

/// <summary>An inspector was drawn for a control.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Identity">office/year/number of the declaration, without a version.</param>
/// <param name="Inspector">Id of the person.</param>
/// <param name="Probability">With which this inspector was drawn, 0 to 1.</param>
/// <param name="Drawn">The draw behind it.</param>
/// <param name="Reason">Why, where it was not the draw alone.</param>
/// <param name="Second">A second person who answers for it; empty for none.</param>
public sealed record InspectorAssigned(
    Instant At, string By, string Identity, string Inspector, double Probability, Draw Drawn, string Reason, string Second)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.InspectorAssigned;

    internal static InspectorAssigned Read(RecordHead head, ref RecordReader reader) =>
        new(
            head.At, head.By, reader.Text(), reader.Text(), reader.Number(), new Draw(reader.Fixed16()), reader.Text(),
            reader.Text());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Identity);
        writer.Text(Inspector);
        writer.Number(Probability);
        writer.Fixed16(Drawn.Value);
        writer.Text(Reason);
        writer.Text(Second);
    }
}
