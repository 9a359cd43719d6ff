namespace Tamiz.Selection;

/// <summary>
/// How the values of past candidates are spread: integer counts by <see cref="LogBin"/>. Values below 2^-14 share the lowest bin, from 2^49 the highest.
/// </summary>
internal sealed class ValueHistogram
{
    /// <summary>The bin of the value 0.</summary>
    public const int ZeroBin = 0;

    private const int Bins = 512;
    private const int LowestBin = -14 * 8;

    private readonly int[] _counts = new int[Bins];

    // A Fenwick tree over the bins from the highest (position 1) to that of zero (position 512).
    private readonly int[] _tree = new int[Bins + 1];

    /// <summary>Values counted, halvings applied.</summary>
    public int Total { get; private set; }

    /// <summary>Values above 0 counted.</summary>
    public int Positive => Total - _counts[ZeroBin];

    /// <summary>The bin of a value that is at least 0.</summary>
    public static int BinOf(double value) =>
        value <= 0 ? ZeroBin : Math.Clamp(LogBin.Of(value) - LowestBin + 1, 1, Bins - 1);

    /// <summary>The least value of a bin; 0 for the lowest two.</summary>
    public static double LowerEdge(int bin) => bin <= 1 ? 0 : LogBin.LowerEdge(bin - 1 + LowestBin);

    /// <summary>How many counted values lie in a bin.</summary>
    public int In(int bin) => _counts[bin];

    /// <summary>How many counted values lie in the bins above a bin.</summary>
    public int Above(int bin)
    {
        var sum = 0;
        for (var i = Bins - bin - 1; i > 0; i &= i - 1)
        {
            sum += _tree[i];
        }

        return sum;
    }

    /// <summary>The lowest bin with fewer than <paramref name="count"/> values above it.</summary>
    /// <param name="count">Above 0.</param>
    public int LowestWithFewerAbove(double count)
    {
        var position = 0;
        var sum = 0;
        for (var step = Bins / 2; step > 0; step /= 2)
        {
            var next = position + step;
            if (next < Bins && sum + _tree[next] < count)
            {
                position = next;
                sum += _tree[next];
            }
        }

        return Bins - 1 - position;
    }

    /// <summary>Counts a value by its bin.</summary>
    public void Add(int bin)
    {
        _counts[bin]++;
        Total++;
        for (var i = Bins - bin; i <= Bins; i += i & -i)
        {
            _tree[i]++;
        }
    }

    /// <summary>Halves the counts from the highest bin down, handing each remainder to the next bin, so that tails of ones stay.</summary>
    public void Halve()
    {
        Total = 0;
        var remainder = 0;
        for (var bin = Bins - 1; bin >= 0; bin--)
        {
            var sum = _counts[bin] + remainder;
            _counts[bin] = sum / 2;
            remainder = sum % 2;
            Total += _counts[bin];
        }

        PlantTree();
    }

    public void Save(StateWriter writer)
    {
        writer.Count(Bins - _counts.AsSpan().Count(0));
        for (var bin = 0; bin < Bins; bin++)
        {
            if (_counts[bin] != 0)
            {
                writer.Count(bin);
                writer.Count(_counts[bin]);
            }
        }
    }

    public void Load(StateReader reader)
    {
        for (var filled = reader.Count(); filled > 0; filled--)
        {
            var bin = reader.Count();
            _counts[bin] = reader.Count();
            Total += _counts[bin];
        }

        PlantTree();
    }

    private void PlantTree()
    {
        Array.Clear(_tree);
        for (var i = 1; i <= Bins; i++)
        {
            _tree[i] += _counts[Bins - i];
            var parent = i + (i & -i);
            if (parent <= Bins)
            {
                _tree[parent] += _tree[i];
            }
        }
    }
}
