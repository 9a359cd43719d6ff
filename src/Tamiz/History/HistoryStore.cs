using System.Numerics;
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
    private const int PriceBandField = -2;

    private readonly KeyTable[] _tables;
    private readonly Field[] _fields;
    private readonly int[] _symbolOf;
    private readonly (int First, int Second)[] _plan;
    private readonly int _hs6;
    private readonly int _hs4;
    private readonly int _origin;
    private readonly int _unit;
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
        var fields = new List<Field>();
        _plan = [.. keys.Keys.Select(key => (FieldIndex(fields, key.First), key.IsPair ? FieldIndex(fields, key.Second) : -1))];
        _hs6 = FieldIndex(fields, Field.Find("item.hs6"));
        _hs4 = FieldIndex(fields, Field.Find("item.hs4"));
        _origin = FieldIndex(fields, Field.Find("item.origin"));
        _unit = FieldIndex(fields, Field.Find("item.supplementaryUnit"));
        _fields = [.. fields];
        _symbolOf = new int[_fields.Length];
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

    /// <summary>The keys of an item, but those with the price band (see <see cref="SetPriceBand"/>). A key that is new gets its place here, empty.</summary>
    public ItemKeys KeysOf(Declaration declaration, Item item)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            var text = _fields[i].Read(declaration, item);
            _symbolOf[i] = text is null ? 0 : Symbol(text);
        }

        var slots = new int[_plan.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            var (first, second) = _plan[i];
            slots[i] = first == PriceBandField || second == PriceBandField ? -1 : SlotOf(i, _symbolOf[first], second < 0 ? 1 : _symbolOf[second]);
        }

        var hs6 = _symbolOf[_hs6];
        var hs4 = _symbolOf[_hs4];
        return new ItemKeys(slots,
            _perKilogram.Find([Pair(hs6, _symbolOf[_origin]), Pair(hs6, hs6), Pair(hs4, hs4)]),
            _perUnit.Find([Pair(hs6, _symbolOf[_unit]), Pair(hs4, _symbolOf[_unit])]));
    }

    /// <summary>Fills in the keys that have the price band as a field.</summary>
    public void SetPriceBand(in ItemKeys keys, Declaration declaration, Item item, string? band)
    {
        if (band is null)
        {
            return;
        }

        var symbol = Symbol(band);
        for (var i = 0; i < _plan.Length; i++)
        {
            var (first, second) = _plan[i];
            if (first == PriceBandField || second == PriceBandField)
            {
                keys.Slots[i] = SlotOf(i, SymbolOf(first, symbol, declaration, item), second == -1 ? 1 : SymbolOf(second, symbol, declaration, item));
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
            var slot = keys.Slots[i];
            var (seen, hits) = slot < 0 ? (0, 0) : _tables[i].At(slot).Decayed(_bucket, _weights);
            rates[i] = seen == 0
                ? new KeyRate(parent, parent, 0, 0)
                : new KeyRate((hits + (_settings.PriorStrength * parent)) / (seen + _settings.PriorStrength), parent, seen, hits);
        }
    }

    /// <summary>What was declared under a key of an item; null where the key is missing on the item.</summary>
    public KeyTrace? ReadTrace(in ItemKeys keys, int key)
    {
        if (keys.Slots[key] < 0)
        {
            return null;
        }

        ref var aggregate = ref _tables[key].At(keys.Slots[key]);
        aggregate.Fold(_mark);
        return new KeyTrace(aggregate.Items, aggregate.FirstDay, aggregate.LastDay);
    }

    /// <summary>Adds an item lodged at the instant reached.</summary>
    /// <param name="keys">Its keys.</param>
    /// <param name="item">What the item adds.</param>
    public void Observe(in ItemKeys keys, in ObservedItem item)
    {
        for (var i = 0; i < keys.Slots.Length; i++)
        {
            if (keys.Slots[i] >= 0)
            {
                _tables[i].At(keys.Slots[i]).Observe(_mark, item.Day, item.ValueMinorUnits);
            }
        }

        _overall.Observe(_mark, item.Day, item.ValueMinorUnits);
        PriceBook.Observe(_mark, keys.PerKilogram, item.PricePerKilogram);
        PriceBook.Observe(_mark, keys.PerUnit, item.PricePerUnit);
        if (item.Finding is { } finding)
        {
            _pending.Enqueue(new PendingFinding(keys.Slots, finding.NonCompliant), Math.Max(finding.KnownAt.UnixMilliseconds, _now.UnixMilliseconds));
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

    private int SlotOf(int key, int first, int second) => first == 0 || second == 0 ? -1 : _tables[key].FindOrAdd(Pair(first, second));

    private int SymbolOf(int field, int band, Declaration declaration, Item item) =>
        field == PriceBandField ? band : _fields[field].Read(declaration, item) is { } text ? Symbol(text) : 0;

    private static int FieldIndex(List<Field> fields, Field? field)
    {
        if (field is null)
        {
            return PriceBandField;
        }

        var index = fields.FindIndex(known => known.Id == field.Id);
        if (index < 0)
        {
            index = fields.Count;
            fields.Add(field);
        }

        return index;
    }

    // An odd factor and a rotation change no two pairs into the same number, and spread them over a table (a plain pair (a, a) would not).
    private static ulong Pair(int first, int second) => first == 0 || second == 0
        ? 0
        : BitOperations.RotateLeft(unchecked((((ulong)(uint)first << 32) | (uint)second) * 0x9E3779B97F4A7C15), 29);

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
