using Tamiz.Declarations;

namespace Tamiz.Ledger;

/// <summary>Writes a field whose bit is set where it is there, and nothing where it is not.</summary>
internal static class OptionalFields
{
    public static void WriteText(this RecordWriter writer, string? text)
    {
        if (text is not null)
        {
            writer.Text(text);
        }
    }

    public static void WriteParty(this RecordWriter writer, PartyRef? party)
    {
        if (party is { } given)
        {
            given.Write(writer);
        }
    }

    public static void WriteWhole(this RecordWriter writer, int? number)
    {
        if (number is { } given)
        {
            writer.Signed(given);
        }
    }

    public static void WriteDecimal(this RecordWriter writer, decimal? number)
    {
        if (number is { } given)
        {
            writer.Decimal(given);
        }
    }

    public static void WriteAmount(this RecordWriter writer, Money? money)
    {
        if (money is { } given)
        {
            writer.Amount(given);
        }
    }

    public static void WriteCodes(this RecordWriter writer, IReadOnlyList<Code> codes)
    {
        if (codes.Count > 0)
        {
            writer.List(codes, static (one, code) => one.Coded(code));
        }
    }
}
