namespace Tamiz.History;

/// <summary>
/// Unit-price distributions of one kind (a kilogram, or a supplementary unit), from the closest goods to wider ones. What is
/// observed is held until <see cref="Settle"/>.
/// </summary>
internal sealed class PriceBook(int levels, int minCount)
{
    private readonly KeyIndex[] _indexes = [.. Enumerable.Range(0, levels).Select(_ => new KeyIndex())];
    private readonly Chunks<PriceHistogram>[] _histograms = [.. Enumerable.Range(0, levels).Select(_ => new Chunks<PriceHistogram>())];
    private readonly int[] _slots = new int[levels];
    private readonly List<(int Level, int Slot, int Bin)> _fresh = [];

    public int Count => _indexes.Sum(index => index.Count);

    /// <summary>
    /// Where a price stands in the first of its levels that has enough prices; null where none has. Then the price is observed: in
    /// all levels, made where they are new.
    /// </summary>
    /// <param name="keys">The keys of the levels; 0 where a field is missing.</param>
    /// <param name="price">Nothing happens where it is not positive and finite.</param>
    /// <param name="observe">Whether it is observed; else it is only read.</param>
    public PriceReference? Visit(ReadOnlySpan<ulong> keys, double price, bool observe)
    {
        if (!(price > 0) || double.IsInfinity(price))
        {
            return null;
        }

        var bin = LogBin.Of(price);
        for (var level = 0; level < keys.Length; level++)
        {
            _slots[level] = keys[level] == 0 ? -1 : Find(level, keys[level]);
        }

        PriceReference? found = null;
        for (var level = 0; level < keys.Length; level++)
        {
            if (_slots[level] < 0)
            {
                continue;
            }

            if (observe)
            {
                _fresh.Add((level, _slots[level], bin));
            }

            if (found is null && _histograms[level][_slots[level]] is { } histogram && histogram.Count >= minCount)
            {
                found = Read(histogram, level, price, bin);
            }
        }

        return found;
    }

    /// <summary>Makes what was observed show.</summary>
    public void Settle()
    {
        foreach (var (level, slot, bin) in _fresh)
        {
            _histograms[level][slot].Add(bin);
        }

        _fresh.Clear();
    }

    public void Save(StateWriter writer)
    {
        for (var level = 0; level < _indexes.Length; level++)
        {
            _indexes[level].Save(writer);
            for (var slot = 0; slot < _histograms[level].Count; slot++)
            {
                _histograms[level][slot].Save(writer);
            }
        }

        writer.Count(_fresh.Count);
        foreach (var (level, slot, bin) in _fresh)
        {
            writer.Count(level);
            writer.Count(slot);
            writer.Signed(bin);
        }
    }

    public void Load(StateReader reader)
    {
        for (var level = 0; level < _indexes.Length; level++)
        {
            _indexes[level].Load(reader);
            while (_histograms[level].Count < _indexes[level].Count)
            {
                _histograms[level][_histograms[level].Add()].Load(reader);
            }
        }

        for (var count = reader.Count(); count > 0; count--)
        {
            _fresh.Add((reader.Count(), reader.Count(), (int)reader.Signed()));
        }
    }

    private int Find(int level, ulong key)
    {
        var slot = _indexes[level].FindOrAdd(key);
        if (slot == _histograms[level].Count)
        {
            _histograms[level].Add();
        }

        return slot;
    }

    private static PriceReference Read(in PriceHistogram histogram, int level, double price, int bin)
    {
        var (low, median, high, below) = histogram.Read(bin);
        return new PriceReference(price, level, histogram.Count, LogBin.Middle(low), LogBin.Middle(median),
            LogBin.Middle(high), below, PriceReference.DeviationOf(bin, low, median, high));
    }
}
