namespace Tamiz.Ledger;

/// <summary>What a control found, also nothing. A later one on the same item takes its place.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Identity">office/year/number of the declaration, without a version.</param>
/// <param name="Item">Sequence of the item; 0 for the whole declaration.</param>
/// <param name="NonCompliant">Whether it found an irregularity.</param>
/// <param name="Area">Risk area of the register.</param>
/// <param name="Status">Legal status.</param>
/// <param name="Nature">Error or offence.</param>
/// <param name="Known">When the administration came to know it.</param>
/// <param name="Recovered">Duties and taxes recovered, in the main unit of the home's currency; null where not told.</param>
public sealed record FindingEntered(
    Instant At, string By, string Identity, int Item, bool NonCompliant, string Area, FindingStatus Status,
    FindingNature Nature, Instant Known, decimal? Recovered)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.FindingEntered;

    internal static FindingEntered Read(RecordHead head, ref RecordReader reader) =>
        new(
            head.At, head.By, reader.Text(), reader.Signed32(), reader.Flag(), reader.Text(),
            (FindingStatus)reader.OneOf(6), (FindingNature)reader.OneOf(3), reader.At(),
            reader.Flag() ? reader.Decimal() : null);

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Identity);
        writer.Signed(Item);
        writer.Flag(NonCompliant);
        writer.Text(Area);
        writer.U8((byte)Status);
        writer.U8((byte)Nature);
        writer.At(Known);
        writer.Flag(Recovered is not null);
        if (Recovered is { } recovered)
        {
            writer.Decimal(recovered);
        }
    }
}
