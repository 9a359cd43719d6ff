namespace Tamiz.Ledger;

/// <summary>What these pseudonyms stood for was erased outside the chain.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Erased">The pseudonyms.</param>
/// <param name="Law">The provision that it was done under.</param>
public sealed record PersonsErased(Instant At, string By, IReadOnlyList<Pseudonym> Erased, string Law) : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.PersonsErased;

    internal static PersonsErased Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.List(static (ref one) => new Pseudonym(one.Fixed16())), reader.Text());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.List(Erased, static (one, pseudonym) => one.Fixed16(pseudonym.Value));
        writer.Text(Law);
    }
}
