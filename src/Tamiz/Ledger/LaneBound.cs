namespace Tamiz.Ledger;

/// <summary>A lane that the draw alone gives on a day.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Bound">Numbers drawn below it give this lane or a more controlling one; 0 to 1.</param>
public readonly record struct LaneBound(string Lane, double Bound)
{
    internal static LaneBound Read(ref RecordReader reader) => new(reader.Text(), reader.Number());

    internal void Write(RecordWriter writer)
    {
        writer.Text(Lane);
        writer.Number(Bound);
    }
}
