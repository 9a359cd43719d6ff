namespace Tamiz.Ledger;

/// <summary>A person changed the lane of a declaration.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Identity">office/year/number of the declaration, without a version.</param>
/// <param name="From">The lane in force before.</param>
/// <param name="To">The lane in force from here on.</param>
/// <param name="Code">The reason's code.</param>
/// <param name="Note">The reason in words.</param>
/// <param name="Second">A person other than the first, where the lane is less controlling; empty for none.</param>
public sealed record LaneOverridden(
    Instant At, string By, string Identity, string From, string To, string Code, string Note, string Second)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.LaneOverridden;

    internal static LaneOverridden Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Identity);
        writer.Text(From);
        writer.Text(To);
        writer.Text(Code);
        writer.Text(Note);
        writer.Text(Second);
    }
}
