namespace Tamiz.History;

/// <summary>Unit prices counted in bins that are an eighth of a doubling wide.</summary>
internal struct PriceHistogram
{
    // Room is made by whole doublings.
    private const int Step = 8;

    private int[]? _counts;
    private int _first;

    public int Count { get; private set; }

    public void Add(int bin)
    {
        var counts = _counts;
        if (counts is null || unchecked((uint)(bin - _first)) >= (uint)counts.Length)
        {
            counts = Reach(bin);
        }

        counts[bin - _first]++;
        Count++;
    }

    /// <summary>The tenth, fiftieth and ninetieth percentile as bins, and the share of prices below the bin (its own counted half).</summary>
    public readonly (int Low, int Median, int High, double Below) Read(int bin)
    {
        var counts = (ReadOnlySpan<int>)_counts;
        var at = 0;
        long sum = counts[0];
        var low = _first + Climb(counts, ref at, ref sum, (Count + 9L) / 10);
        var median = _first + Climb(counts, ref at, ref sum, (Count + 1L) / 2);
        var high = _first + Climb(counts, ref at, ref sum, ((Count * 9L) + 9) / 10);
        return (low, median, high, Below(counts, bin - _first) / (2.0 * Count));
    }

    public readonly void Save(StateWriter writer)
    {
        writer.Count(_counts?.Length ?? 0);
        writer.Signed(_first);
        foreach (var count in _counts ?? [])
        {
            writer.Count(count);
        }
    }

    public void Load(StateReader reader)
    {
        var length = reader.Count();
        (_counts, _first) = (length == 0 ? null : new int[length], (int)reader.Signed());
        for (var i = 0; i < length && _counts is not null; i++)
        {
            _counts[i] = reader.Count();
            Count += _counts[i];
        }
    }

    private static int Climb(ReadOnlySpan<int> counts, ref int at, ref long sum, long until)
    {
        while (sum < until)
        {
            sum += counts[++at];
        }

        return at;
    }

    private static long Below(ReadOnlySpan<int> counts, int place)
    {
        long sum = 0;
        foreach (var count in counts[..Math.Clamp(place, 0, counts.Length)])
        {
            sum += count;
        }

        return (2 * sum) + (place >= 0 && place < counts.Length ? counts[place] : 0);
    }

    private int[] Reach(int bin)
    {
        var first = bin & -Step;
        var end = first + Step;
        if (_counts is { } old)
        {
            first = Math.Min(first, _first);
            end = Math.Max(end, _first + old.Length);
        }

        var counts = new int[end - first];
        _counts?.CopyTo(counts, _first - first);
        (_first, _counts) = (first, counts);
        return counts;
    }
}
