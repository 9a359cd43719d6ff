using System.Globalization;
using System.Runtime.InteropServices;

namespace Tamiz.Verifier.Rules;

/// <summary>Registration numbers of one office and year that differ in their last digits alone.</summary>
/// <param name="name">Office, year and what stands before the digits.</param>
internal sealed class NumberSequence(string name)
{
    // Beyond so many separate ranges it is no sequence.
    private const int MostRanges = 10_000;

    private readonly List<(ulong First, ulong Last)> _ranges = [];
    private int _width;
    private (ulong Least, ulong Greatest) _counted = (ulong.MaxValue, 0);

    /// <summary>Whether the numbers are too scattered to be a sequence.</summary>
    public bool IsScattered => _ranges.Count >= MostRanges;

    /// <summary>Takes a number as seen, and those between it and others that count as due.</summary>
    /// <param name="number">The last digits.</param>
    /// <param name="width">How many digits there are.</param>
    public void Count(ulong number, int width)
    {
        _counted = (Math.Min(_counted.Least, number), Math.Max(_counted.Greatest, number));
        See(number, width);
    }

    /// <summary>Takes a number as seen.</summary>
    /// <param name="number">The last digits.</param>
    /// <param name="width">How many digits there are.</param>
    public void See(ulong number, int width)
    {
        if (IsScattered)
        {
            return;
        }

        _width = width;
        var after = _ranges.Count > 0 && _ranges[^1].First <= number ? _ranges.Count : FirstBeyond(number);
        if (after > 0 && number <= _ranges[after - 1].Last)
        {
            return;
        }

        _ranges.Insert(after, (number, number));
        Join(after);
        Join(after - 1);
    }

    /// <summary>The numbers between the least and the greatest that count that were never seen, by ranges.</summary>
    public IEnumerable<string> Missing() => _ranges.Zip(_ranges.Skip(1))
        .Where(pair => pair.First.Last >= _counted.Least && pair.Second.First <= _counted.Greatest)
        .Select(pair => (First: pair.First.Last + 1, Last: pair.Second.First - 1))
        .Select(gap => gap.First == gap.Last ? NameOf(gap.First) : $"{NameOf(gap.First)} to {NameOf(gap.Last)}");

    private string NameOf(ulong number) => name + number.ToString("D" + _width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private int FirstBeyond(ulong number)
    {
        var (low, high) = (0, _ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ranges[middle].First > number ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private void Join(int range)
    {
        if (range < 0 || range + 1 >= _ranges.Count || _ranges[range].Last + 1 != _ranges[range + 1].First)
        {
            return;
        }

        CollectionsMarshal.AsSpan(_ranges)[range].Last = _ranges[range + 1].Last;
        _ranges.RemoveAt(range + 1);
    }
}
