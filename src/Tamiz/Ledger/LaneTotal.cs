namespace Tamiz.Ledger;

/// <summary>How many of a day's draws ended in a lane.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Count">Draws of the day whose last lane so far it is.</param>
public readonly record struct LaneTotal(string Lane, long Count)
{
    internal static LaneTotal Read(ref RecordReader reader) => new(reader.Text(), reader.Count());

    internal void Write(RecordWriter writer)
    {
        writer.Text(Lane);
        writer.Count(Count);
    }
}
