namespace Tamiz.Facts;

/// <summary>
/// Rows of facts that are used again. A host that gives a row back promises that nobody reads it any more, neither the item nor the
/// evidence made of it; a row that is never given back costs nothing but its memory. Any number of threads may call it.
/// </summary>
public sealed class FactRows
{
    private const int Kept = 16_384;
    private readonly Stack<double[]> _rows = [];

    /// <summary>A row of so many numbers; what stands in it is left from its last use.</summary>
    public double[] Rent(int length)
    {
        lock (_rows)
        {
            return _rows.TryPop(out var row) && row.Length == length ? row : new double[length];
        }
    }

    /// <summary>Takes a row back.</summary>
    public void Return(double[] row)
    {
        lock (_rows)
        {
            if (_rows.Count < Kept)
            {
                _rows.Push(row);
            }
        }
    }
}
