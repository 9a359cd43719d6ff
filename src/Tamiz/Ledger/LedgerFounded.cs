namespace Tamiz.Ledger;

/// <summary>The ledger was founded. Record 0, and no other.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Id">Tells this ledger from every other.</param>
/// <param name="Administration">Name of the customs administration.</param>
/// <param name="Simulated">Whether its instants are those of a simulation, and prove nothing about real time.</param>
/// <param name="Key">The first signing key, as SubjectPublicKeyInfo in DER.</param>
public sealed record LedgerFounded(
    Instant At, string By, LedgerId Id, string Administration, bool Simulated, ReadOnlyMemory<byte> Key)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.LedgerFounded;

    internal static LedgerFounded Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, ReadId(ref reader), reader.Text(), reader.Flag(), reader.Bytes().ToArray());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Unsigned(LedgerId.Size);
        writer.Fixed16(Id.Value);
        writer.Text(Administration);
        writer.Flag(Simulated);
        writer.Bytes(Key.Span);
    }

    private static LedgerId ReadId(ref RecordReader reader)
    {
        if (reader.Count() != LedgerId.Size)
        {
            reader.Fail("a ledger's id of another length");
        }

        return new(reader.Fixed16());
    }
}
