using Tamiz.Declarations;

namespace Tamiz.History;

/// <summary>
/// What is known, as of a moving instant: rolling aggregates by key and price distributions. What is observed at an instant shows
/// from the next one on, so the order within an instant does not matter; a finding shows after the instant it became known.
/// Not for several threads.
/// </summary>
public sealed class HistoryStore
{
    private readonly KeySet _keys;
    private readonly HistorySettings _settings;
    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private readonly KeyTable[] _tables;
    private readonly PriceBook _perKilogram;
    private readonly PriceBook _perUnit;
    private readonly double[] _weights;
    private readonly PriorityQueue<PendingFinding, long> _pending = new();
    private Aggregate _overall;
    private Instant _now = Instant.Earliest;
    private int _mark = 1;
    private int _bucket;

    /// <summary>An empty history.</summary>
    /// <param name="keys">The kinds of keys.</param>
    /// <param name="settings">Forgetting and smoothing.</param>
    /// <param name="priorRate">Share of non-compliant items to expect before anything is known, in (0, 1).</param>
    public HistoryStore(KeySet keys, HistorySettings settings, double priorRate)
    {
        _keys = keys;
        _settings = settings;
        PriorRate = priorRate;
        _tables = [.. keys.Keys.Select(_ => new KeyTable())];
        _perKilogram = new PriceBook(3, settings.MinPrices);
        _perUnit = new PriceBook(2, settings.MinPrices);
        _weights = new double[Aggregate.Buckets + 1];
        for (var age = 0; age < _weights.Length; age++)
        {
            _weights[age] = Elementary.Exp2(-(double)age * settings.BucketDays / settings.HalfLifeDays);
        }
    }

    /// <summary>The rate assumed before anything is known.</summary>
    public double PriorRate { get; }

    /// <summary>The kinds of keys.</summary>
    public KeySet Keys => _keys;

    /// <summary>Distinct keys and price distributions held.</summary>
    public int Count => _tables.Sum(table => table.Count) + _perKilogram.Count + _perUnit.Count;

    /// <summary>Findings that reached history so far.</summary>
    public long Findings { get; private set; }

    /// <summary>Findings that are not known yet.</summary>
    public int PendingFindings => _pending.Count;

    /// <summary>Moves to an instant: what was observed before it, and findings known before it, now show.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the one already reached.</exception>
    public void MoveTo(Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(now.UnixMilliseconds, _now.UnixMilliseconds, nameof(now));
        if (now == _now)
        {
            return;
        }

        _now = now;
        _mark++;
        _bucket = Bucket(now.DayNumber);
        while (_pending.TryPeek(out _, out var known) && known < now.UnixMilliseconds)
        {
            Learn(_pending.Dequeue(), new Instant(known));
        }
    }

    /// <summary>The keys of an item, but those with the price band (see <see cref="SetPriceBand"/>).</summary>
    public ItemKeys KeysOf(Declaration declaration, Item item)
    {
        var keys = new ulong[_keys.Keys.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            if (!_keys.Keys[i].UsesPriceBand)
            {
                keys[i] = Pack(_keys.Keys[i], declaration, item, null);
            }
        }

        var hs = item.Hs;
        var hs6 = hs is { Length: >= 6 } ? Symbol(hs.Length == 6 ? hs : hs[..6]) : 0;
        var hs4 = hs is { Length: >= 4 } ? Symbol(hs[..4]) : 0;
        var origin = item.Origin is null ? 0 : Symbol(item.Origin);
        var unit = item.SupplementaryUnit is null ? 0 : Symbol(item.SupplementaryUnit);
        return new ItemKeys(keys, [Pair(hs6, origin), Pair(hs6, hs6), Pair(hs4, hs4)], [Pair(hs6, unit), Pair(hs4, unit)]);
    }

    /// <summary>Fills in the keys that have the price band as a field.</summary>
    public void SetPriceBand(in ItemKeys keys, Declaration declaration, Item item, string? band)
    {
        for (var i = 0; band is not null && i < _keys.Keys.Count; i++)
        {
            if (_keys.Keys[i].UsesPriceBand)
            {
                keys.Keys[i] = Pack(_keys.Keys[i], declaration, item, band);
            }
        }
    }

    /// <summary>Where a price for a kilogram stands; null where too few are known or the price is not positive.</summary>
    public PriceReference? PricePerKilogram(in ItemKeys keys, double price) => _perKilogram.Read(_mark, keys.PerKilogram, price);

    /// <summary>Where a price for a supplementary unit stands; null where too few are known or the price is not positive.</summary>
    public PriceReference? PricePerUnit(in ItemKeys keys, double price) => _perUnit.Read(_mark, keys.PerUnit, price);

    /// <summary>Overall rate of findings.</summary>
    public double OverallRate()
    {
        var (seen, hits) = _overall.Decayed(_bucket, _weights);
        return (hits + (_settings.PriorStrength * PriorRate)) / (seen + _settings.PriorStrength);
    }

    /// <summary>The rates of an item's keys, by the index of the definition; a key that is missing has its parent's rate and no controls.</summary>
    public void ReadRates(in ItemKeys keys, Span<KeyRate> rates)
    {
        var overall = OverallRate();
        for (var i = 0; i < rates.Length; i++)
        {
            var parent = _keys.Keys[i].Parent < 0 ? overall : rates[_keys.Keys[i].Parent].Rate;
            var slot = keys.Keys[i] == 0 ? -1 : _tables[i].Find(keys.Keys[i]);
            var (seen, hits) = slot < 0 ? (0, 0) : _tables[i].At(slot).Decayed(_bucket, _weights);
            rates[i] = new KeyRate((hits + (_settings.PriorStrength * parent)) / (seen + _settings.PriorStrength), parent, seen, hits);
        }
    }

    /// <summary>What was declared under a key of an item; null where the key is missing on the item.</summary>
    public KeyTrace? ReadTrace(in ItemKeys keys, int key)
    {
        if (keys.Keys[key] == 0)
        {
            return null;
        }

        var slot = _tables[key].Find(keys.Keys[key]);
        if (slot < 0)
        {
            return new KeyTrace(0, 0, 0, 0, 0);
        }

        ref var aggregate = ref _tables[key].At(slot);
        aggregate.Fold(_mark);
        var (seen, hits) = aggregate.Total();
        return new KeyTrace(aggregate.Items, aggregate.FirstDay, aggregate.LastDay, seen, hits);
    }

    /// <summary>Adds an item lodged at the instant reached.</summary>
    /// <param name="keys">Its keys.</param>
    /// <param name="item">What the item adds.</param>
    public void Observe(in ItemKeys keys, in ObservedItem item)
    {
        var slots = item.Finding is null ? null : new int[keys.Keys.Length];
        for (var i = 0; i < keys.Keys.Length; i++)
        {
            var slot = keys.Keys[i] == 0 ? -1 : _tables[i].FindOrAdd(keys.Keys[i]);
            if (slot >= 0)
            {
                _tables[i].At(slot).Observe(_mark, item.Day, item.ValueMinorUnits);
            }

            if (slots is not null)
            {
                slots[i] = slot;
            }
        }

        _overall.Observe(_mark, item.Day, item.ValueMinorUnits);
        _perKilogram.Observe(_mark, keys.PerKilogram, item.PricePerKilogram);
        _perUnit.Observe(_mark, keys.PerUnit, item.PricePerUnit);
        if (item.Finding is { } finding)
        {
            _pending.Enqueue(new PendingFinding(slots!, finding.NonCompliant), Math.Max(finding.KnownAt.UnixMilliseconds, _now.UnixMilliseconds));
        }
    }

    private void Learn(PendingFinding finding, Instant known)
    {
        var bucket = Bucket(known.DayNumber);
        for (var i = 0; i < finding.Slots.Length; i++)
        {
            if (finding.Slots[i] >= 0)
            {
                _tables[i].At(finding.Slots[i]).Learn(bucket, finding.NonCompliant);
            }
        }

        _overall.Learn(bucket, finding.NonCompliant);
        Findings++;
    }

    // Buckets are counted from year 1, so that they are never negative.
    private int Bucket(int day) => (day + 719_162) / _settings.BucketDays;

    private ulong Pack(KeyDefinition key, Declaration declaration, Item item, string? band)
    {
        var first = key.First is null ? band : key.First.Read(declaration, item);
        if (first is null)
        {
            return 0;
        }

        if (!key.IsPair)
        {
            return Pair(Symbol(first), 1);
        }

        var second = key.Second is null ? band : key.Second.Read(declaration, item);
        return second is null ? 0 : Pair(Symbol(first), Symbol(second));
    }

    private static ulong Pair(int first, int second) => first == 0 || second == 0 ? 0 : ((ulong)(uint)first << 32) | (uint)second;

    private int Symbol(string text)
    {
        ref var symbol = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_symbols, text, out var exists);
        if (!exists)
        {
            symbol = _symbols.Count;
        }

        return symbol;
    }

    private readonly record struct PendingFinding(int[] Slots, bool NonCompliant);
}
