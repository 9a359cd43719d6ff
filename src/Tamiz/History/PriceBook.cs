using System.Runtime.InteropServices;

namespace Tamiz.History;

/// <summary>Unit-price distributions of one kind (a kilogram, or a supplementary unit), from the closest goods to wider ones.</summary>
internal sealed class PriceBook(int levels, int minCount)
{
    private readonly Dictionary<ulong, PriceHistogram>[] _levels = [.. Enumerable.Range(0, levels).Select(_ => new Dictionary<ulong, PriceHistogram>())];

    public int Count => _levels.Sum(level => level.Count);

    /// <summary>The distributions of an item's levels, made where they are new; null where a field is missing.</summary>
    public PriceHistogram?[] Find(ReadOnlySpan<ulong> keys)
    {
        var found = new PriceHistogram?[keys.Length];
        for (var level = 0; level < keys.Length; level++)
        {
            if (keys[level] != 0)
            {
                ref var histogram = ref CollectionsMarshal.GetValueRefOrAddDefault(_levels[level], keys[level], out _);
                found[level] = histogram ??= new PriceHistogram();
            }
        }

        return found;
    }

    /// <summary>The first level with enough prices; null where none has.</summary>
    public PriceReference? Read(int mark, PriceHistogram?[] levels, double price)
    {
        if (!(price > 0) || double.IsInfinity(price))
        {
            return null;
        }

        for (var level = 0; level < levels.Length; level++)
        {
            if (levels[level] is not { } histogram)
            {
                continue;
            }

            histogram.Fold(mark);
            if (histogram.Count >= minCount)
            {
                return Read(histogram, level, price);
            }
        }

        return null;
    }

    public static void Observe(int mark, PriceHistogram?[] levels, double price)
    {
        if (!(price > 0) || double.IsInfinity(price))
        {
            return;
        }

        var bin = LogBin.Of(price);
        foreach (var histogram in levels)
        {
            histogram?.Observe(mark, bin);
        }
    }

    private static PriceReference Read(PriceHistogram histogram, int level, double price)
    {
        var bin = LogBin.Of(price);
        var (low, median, high, below) = histogram.Read(bin);
        var halfWidth = Math.Max(2, (high - low) / 2.0);
        return new PriceReference(price, level, histogram.Count, LogBin.Middle(low), LogBin.Middle(median),
            LogBin.Middle(high), below, Math.Clamp((bin - median) / halfWidth, -20, 20));
    }
}
