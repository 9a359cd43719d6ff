namespace Tamiz.Ledger;

/// <summary>The risk of a declaration in one area of the register, as it was decided on.</summary>
/// <param name="Area">Id of the area.</param>
/// <param name="Base">Log-odds before any evidence.</param>
/// <param name="LogOdds">Log-odds of the risk.</param>
/// <param name="AtStake">Consequence of non-compliance, in the home's currency.</param>
public readonly record struct WeighedArea(string Area, double Base, double LogOdds, double AtStake)
{
    internal static WeighedArea Read(ref RecordReader reader) => new(reader.Text(), reader.Number(), reader.Number(), reader.Number());

    internal void Write(RecordWriter writer)
    {
        writer.Text(Area);
        writer.Number(Base);
        writer.Number(LogOdds);
        writer.Number(AtStake);
    }
}
