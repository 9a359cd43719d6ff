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
    private const int PriceBand = 0;
    private readonly HistorySettings _settings;
    private readonly Symbols _symbols = new();
    private readonly List<Field> _fields = [];
    private readonly int[] _leading;
    private readonly int[] _symbolOf;
    private readonly KeyPlan[] _plan;
    private readonly KeyTable[] _tables;
    private readonly ulong[] _pairs;
    private readonly int[] _slots;
    private readonly int[] _controls;
    private readonly ItemHistory _item;
    private readonly int _hs6;
    private readonly int _hs4;
    private readonly int _origin;
    private readonly int _unit;
    private readonly PriceBook _perKilogram;
    private readonly PriceBook _perUnit;
    private readonly PendingFindings _pending;
    private readonly Lessons _lessons;
    private readonly double[] _weights;
    private Controls _overall;
    private double _overallRate;
    private double _overallLogOdds;
    private Instant _now = Instant.Earliest;
    private int _mark = 1;
    private int _bucket;
    private int _touched;

    /// <summary>An empty history.</summary>
    /// <param name="keys">The kinds of keys.</param>
    /// <param name="settings">Forgetting and smoothing.</param>
    /// <param name="priorRate">Share of non-compliant items to expect before anything is known, in (0, 1).</param>
    public HistoryStore(KeySet keys, HistorySettings settings, double priorRate)
    {
        Keys = keys;
        PriorRate = priorRate;
        _settings = settings;
        _plan = [.. keys.Keys.Select(key => new KeyPlan(PlaceOf(key.First), key.IsPair ? PlaceOf(key.Second) : KeyPlan.Alone, key.Parent))];
        _hs6 = PlaceOf(Field.Find("item.hs6"));
        _hs4 = PlaceOf(Field.Find("item.hs4"));
        _origin = PlaceOf(Field.Find("item.origin"));
        _unit = PlaceOf(Field.Find("item.supplementaryUnit"));
        _leading = [.. _fields.Select(field => field.Id switch { "item.hs2" => 2, "item.hs4" => 4, "item.hs6" => 6, _ => 0 })];
        _symbolOf = new int[_fields.Count + 1];
        _tables = [.. _plan.Select(_ => new KeyTable())];
        _pairs = new ulong[_plan.Length];
        _slots = new int[_plan.Length];
        _controls = new int[_plan.Length];
        _item = new ItemHistory(_plan.Length);
        _pending = new PendingFindings(_plan.Length);
        _lessons = new Lessons(_plan.Length);
        _perKilogram = new PriceBook(3, settings.MinPrices);
        _perUnit = new PriceBook(2, settings.MinPrices);
        _weights = new double[Controls.Buckets + 1];
        for (var age = 0; age < _weights.Length; age++)
        {
            _weights[age] = Elementary.Exp2(-(double)age * settings.BucketDays / settings.HalfLifeDays);
        }

        SmoothOverall();
    }

    /// <summary>The rate assumed before anything is known.</summary>
    public double PriorRate { get; }

    /// <summary>The kinds of keys.</summary>
    public KeySet Keys { get; }

    /// <summary>Distinct keys and price distributions held.</summary>
    public int Count => _tables.Sum(table => table.Count) + _perKilogram.Count + _perUnit.Count;

    /// <summary>Findings that reached history so far and were not taken back.</summary>
    public long Findings { get; private set; }

    /// <summary>Findings that are not known yet.</summary>
    public int PendingFindings => _pending.Count;

    /// <summary>Controls of any item, decayed by age, in whole 1,024ths.</summary>
    public double OverallChecked { get; private set; }

    /// <summary>Those of them that found an irregularity, likewise.</summary>
    public double OverallHits { get; private set; }

    /// <summary>Overall rate of findings.</summary>
    public double OverallRate => _overallRate;

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
        _bucket = Bucket(now);
        _perKilogram.Settle();
        _perUnit.Settle();
        for (var place = _pending.Take(now); place >= 0; place = _pending.Take(now))
        {
            Teach(place);
            _pending.Free(place);
        }

        SmoothOverall();
    }

    /// <summary>Reads what is known about an item lodged at the instant reached, and adds the item, which shows from the next instant on.</summary>
    /// <param name="declaration">Its declaration.</param>
    /// <param name="item">The item.</param>
    /// <param name="observed">What it adds.</param>
    /// <returns>What is known; overwritten by the next visit.</returns>
    public ItemHistory Visit(Declaration declaration, Item item, in ObservedItem observed)
    {
        ReadSymbols(declaration, item);
        VisitPrices(observed, observe: true);
        FindKeys();
        for (var key = 0; key < _plan.Length; key++)
        {
            VisitKey(key, observed.Day);
        }

        if (observed.Finding is { } finding)
        {
            Await(finding);
        }

        return _item;
    }

    /// <summary>
    /// Lets a finding on an item that was visited earlier reach history, once the instant reached and the one at which it became known
    /// have passed. Its keys are found anew; its prices say in which band it stands, and are not added again. What it taught is remembered, so
    /// that it can be taken back.
    /// </summary>
    /// <param name="declaration">Its declaration.</param>
    /// <param name="item">The item.</param>
    /// <param name="observed">What it added, with the finding.</param>
    /// <param name="ofItem">Whether the finding is on the item; one on the whole declaration teaches nothing where the item has one of its own.</param>
    public void Learn(Declaration declaration, Item item, in ObservedItem observed, bool ofItem)
    {
        var key = Lessons.KeyOf(declaration.Identity.WithoutVersion());
        if (observed.Finding is not { } finding || (!ofItem && _lessons.IsOfItem(key, item.Sequence)))
        {
            return;
        }

        ReadSymbols(declaration, item);
        VisitPrices(observed, observe: false);
        FindKeys();
        _lessons.Add(key, item.Sequence, new Lesson(Await(finding), finding.NonCompliant, ofItem), _slots);
    }

    /// <summary>Takes back what findings taught that came after their declaration: from the next instant on it is as if it had never been learnt.</summary>
    /// <param name="identity">The declaration's identity, without the version.</param>
    /// <param name="item">Sequence of the item; 0 for what a finding on the whole declaration taught.</param>
    /// <returns>How many items had taught something.</returns>
    public int Unlearn(string identity, int item) => _lessons.Remove(
        Lessons.KeyOf(identity), item, (lesson, slots) => _pending.Add(slots, new PendingFinding(lesson.Known < _now ? _now : lesson.Known, lesson.Known, lesson.NonCompliant, TakenBack: true)));

    /// <summary>Writes all that is known, and all that is still to show.</summary>
    internal void Save(StateWriter writer)
    {
        writer.Signed(_now.UnixMilliseconds);
        writer.Unsigned((ulong)Findings);
        _symbols.Save(writer);
        foreach (var table in _tables)
        {
            table.Save(writer, _mark);
        }

        _perKilogram.Save(writer);
        _perUnit.Save(writer);
        _overall.Save(writer);
        _pending.Save(writer);
        _lessons.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote from the same keys and settings, into an empty history.</summary>
    /// <exception cref="InvalidDataException">It was changed, or was cut.</exception>
    internal void Load(StateReader reader)
    {
        _now = new Instant(reader.Signed());
        _bucket = Bucket(_now);
        Findings = (long)reader.Unsigned();
        _symbols.Load(reader);
        foreach (var table in _tables)
        {
            table.Load(reader, _mark);
        }

        _perKilogram.Load(reader);
        _perUnit.Load(reader);
        _overall.Load(reader);
        _pending.Load(reader);
        _lessons.Load(reader);
        SmoothOverall();
    }

    private Instant Await(Finding finding)
    {
        var known = finding.KnownAt < _now ? _now : finding.KnownAt;
        _pending.Add(_slots, finding.NonCompliant, known);
        return known;
    }

    private void ReadSymbols(Declaration declaration, Item item)
    {
        for (var i = 0; i < _leading.Length; i++)
        {
            if (_leading[i] > 0)
            {
                _symbolOf[i + 1] = item.Hs is { } hs && hs.Length >= _leading[i] ? _symbols.Of(hs.AsSpan(0, _leading[i])) : 0;
            }
            else
            {
                _symbolOf[i + 1] = _fields[i].Read(declaration, item) is { } text ? _symbols.Of(text) : 0;
            }
        }
    }

    private void VisitPrices(in ObservedItem observed, bool observe)
    {
        var (hs6, hs4, unit) = (_symbolOf[_hs6], _symbolOf[_hs4], _symbolOf[_unit]);
        _item.PricePerKilogram = _perKilogram.Visit([Pair(hs6, _symbolOf[_origin]), Pair(hs6, hs6), Pair(hs4, hs4)], observed.PricePerKilogram, observe);
        _item.PricePerUnit = _perUnit.Visit([Pair(hs6, unit), Pair(hs4, unit)], observed.PricePerUnit, observe);
        _symbolOf[PriceBand] = _item.Price is { } price ? _symbols.Of(price.Band) : 0;
    }

    // One loop for each kind of look-up, so that the waits for memory overlap.
    private void FindKeys()
    {
        for (var key = 0; key < _plan.Length; key++)
        {
            var (first, second, _) = _plan[key];
            _pairs[key] = Pair(_symbolOf[first], second == KeyPlan.Alone ? 1 : _symbolOf[second]);
        }

        for (var key = 0; key < _plan.Length; key++)
        {
            _slots[key] = _pairs[key] == 0 ? -1 : _tables[key].FindOrAdd(_pairs[key]);
        }

        var touched = 0;
        for (var key = 0; key < _plan.Length; key++)
        {
            touched |= _slots[key] < 0 ? 0 : _tables[key].At(_slots[key]).Items;
        }

        _touched = touched;
    }

    private void VisitKey(int key, int day)
    {
        var parent = _plan[key].Parent;
        var (parentRate, parentLogOdds) = parent < 0 ? (_overallRate, _overallLogOdds) : (_item.Key(parent).Rate, _item.Key(parent).LogOdds);
        if (_slots[key] < 0)
        {
            _item.Key(key) = new KeyReading(false, parentRate, parentLogOdds, parentRate, parentLogOdds, 0, 0, 0, 0);
            return;
        }

        ref var aggregate = ref _tables[key].At(_slots[key]);
        aggregate.Fold(_mark);
        var (seen, hits) = aggregate.Controls == 0 ? (0, 0) : aggregate.Decayed(_tables[key].Controls, _bucket, _weights);
        var rate = seen == 0 ? parentRate : _settings.Smoothed(seen, hits, parentRate);
        var logOdds = seen == 0 ? parentLogOdds : aggregate.LogOdds(rate);
        _item.Key(key) = new KeyReading(true, rate, logOdds, parentRate, parentLogOdds, seen, hits, aggregate.Items, aggregate.FirstDay);
        aggregate.Observe(_mark, day);
    }

    private void Teach(int place)
    {
        var finding = _pending.At(place);
        // In three loops, so that the waits for memory overlap here too.
        var bucket = Bucket(finding.Known);
        var slots = _pending.Slots(place);
        for (var key = 0; key < slots.Length; key++)
        {
            _controls[key] = slots[key] < 0 ? -1 : _tables[key].ControlsOf(slots[key]);
        }

        var touched = 0;
        for (var key = 0; key < slots.Length; key++)
        {
            touched |= _controls[key] < 0 ? 0 : _tables[key].Controls[_controls[key]].LastBucket;
        }

        _touched = touched;
        for (var key = 0; key < slots.Length; key++)
        {
            if (_controls[key] >= 0)
            {
                Teach(ref _tables[key].Controls[_controls[key]], bucket, finding);
            }
        }

        Teach(ref _overall, bucket, finding);
        Findings += finding.TakenBack ? -1 : 1;
    }

    private static void Teach(ref Controls controls, int bucket, PendingFinding finding)
    {
        if (finding.TakenBack)
        {
            controls.Unlearn(bucket, finding.NonCompliant);
        }
        else
        {
            controls.Learn(bucket, finding.NonCompliant);
        }
    }

    private void SmoothOverall()
    {
        (OverallChecked, OverallHits) = _overall.Decayed(_bucket, _weights);
        _overallRate = _settings.Smoothed(OverallChecked, OverallHits, PriorRate);
        _overallLogOdds = Elementary.Logit(_overallRate);
    }

    // Buckets are counted from year 1, so that they are never negative.
    private int Bucket(Instant instant) => (instant.DayNumber + 719_162) / _settings.BucketDays;

    /// <summary>The place of a field's symbol; 0 for the price band, which has no field.</summary>
    private int PlaceOf(Field? field)
    {
        if (field is null)
        {
            return PriceBand;
        }

        var index = _fields.FindIndex(known => known.Id == field.Id);
        if (index < 0)
        {
            index = _fields.Count;
            _fields.Add(field);
        }

        return index + 1;
    }

    // An odd factor and a rotation change no two pairs into the same number, and spread them over a table (a plain pair (a, a) would not).
    private static ulong Pair(int first, int second) => first == 0 || second == 0
        ? 0
        : BitOperations.RotateLeft(unchecked((((ulong)(uint)first << 32) | (uint)second) * 0x9E3779B97F4A7C15), 29);

    private readonly record struct KeyPlan(int First, int Second, int Parent)
    {
        public const int Alone = -1;
    }
}
