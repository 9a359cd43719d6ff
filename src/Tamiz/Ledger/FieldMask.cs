using Tamiz.Declarations;

namespace Tamiz.Ledger;

/// <summary>Which optional fields are there: read with the field's bit, so that an absent one costs nothing.</summary>
/// <param name="Bits">Bit by bit, as on the page of the format.</param>
internal readonly record struct FieldMask(ulong Bits)
{
    public static FieldMask Read(ref RecordReader reader, int fields)
    {
        var bits = reader.Unsigned();
        if (bits >> fields != 0)
        {
            reader.Fail("a mask with unknown bits");
        }

        return new(bits);
    }

    public FieldMask With(int bit, bool there) => there ? new(Bits | (1UL << bit)) : this;

    public bool Has(int bit) => ((Bits >> bit) & 1) == 1;

    public string? Text(int bit, ref RecordReader reader) => Has(bit) ? reader.Text() : null;

    public PartyRef? Party(int bit, ref RecordReader reader) => Has(bit) ? PartyRef.Read(ref reader) : null;

    public int? Whole(int bit, ref RecordReader reader) => Has(bit) ? reader.Signed32() : null;

    public decimal? Decimal(int bit, ref RecordReader reader) => Has(bit) ? reader.Decimal() : null;

    public Mass? Mass(int bit, ref RecordReader reader) => Has(bit) ? new Mass(reader.Decimal()) : null;

    public Money? Amount(int bit, ref RecordReader reader) => Has(bit) ? reader.Amount() : null;

    public IReadOnlyList<Code> Codes(int bit, ref RecordReader reader) => Entries(bit, ref reader, static (ref one) => one.Coded());

    public IReadOnlyList<T> Entries<T>(int bit, ref RecordReader reader, ReadOne<T> read)
    {
        if (!Has(bit))
        {
            return [];
        }

        var entries = reader.List(read);
        if (entries.Count == 0)
        {
            reader.Fail("an empty list that the mask tells of");
        }

        return entries;
    }
}
