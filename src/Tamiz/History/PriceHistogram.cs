namespace Tamiz.History;

/// <summary>
/// Unit prices counted in bins that are an eighth of a doubling wide. What is added at an instant shows from the next one on.
/// </summary>
internal sealed class PriceHistogram
{
    private int[] _counts = [];
    private int[] _new = [];
    private int _first;
    private int _mark;
    private bool _hasNew;

    public int Count { get; private set; }

    public void Observe(int mark, int bin)
    {
        Fold(mark);
        Reach(bin);
        _mark = mark;
        _hasNew = true;
        _new[bin - _first]++;
    }

    public void Fold(int mark)
    {
        if (!_hasNew || _mark == mark)
        {
            return;
        }

        for (var i = 0; i < _new.Length; i++)
        {
            _counts[i] += _new[i];
            Count += _new[i];
            _new[i] = 0;
        }

        _hasNew = false;
    }

    /// <summary>The tenth, fiftieth and ninetieth percentile as bins, and the share of prices below the bin (its own counted half).</summary>
    public (int Low, int Median, int High, double Below) Read(int bin)
    {
        var (low, median, high) = (int.MinValue, int.MinValue, int.MinValue);
        long below = 0;
        long sum = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            var count = _counts[i];
            below += _first + i < bin ? 2L * count : _first + i == bin ? count : 0;
            sum += count;
            low = low == int.MinValue && sum * 10 >= Count ? _first + i : low;
            median = median == int.MinValue && sum * 2 >= Count ? _first + i : median;
            high = high == int.MinValue && sum * 10 >= Count * 9L ? _first + i : high;
        }

        return (low, median, high, below / (2.0 * Count));
    }

    private void Reach(int bin)
    {
        if (_counts.Length == 0)
        {
            (_first, _counts, _new) = (bin - 2, new int[5], new int[5]);
            return;
        }

        var first = Math.Min(_first, bin);
        var length = Math.Max(_first + _counts.Length, bin + 1) - first;
        if (length == _counts.Length)
        {
            return;
        }

        var counts = new int[length];
        var added = new int[length];
        _counts.CopyTo(counts, _first - first);
        _new.CopyTo(added, _first - first);
        (_first, _counts, _new) = (first, counts, added);
    }
}
