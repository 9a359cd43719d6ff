using System.Runtime.CompilerServices;

namespace Tamiz.History;

/// <summary>What is known under one key: integers only, so that the order of observation does not matter.</summary>
internal struct Aggregate
{
    /// <summary>How many buckets are kept one by one.</summary>
    public const int Buckets = 8;

    /// <summary>Items observed before the current instant.</summary>
    public int Items;

    /// <summary>Customs value observed before the current instant, in minor units of the home's currency.</summary>
    public long Value;

    /// <summary>Day on which the key was first seen.</summary>
    public int FirstDay;

    /// <summary>Day on which it was last seen.</summary>
    public int LastDay;

    private Counts _older;
    private Ring _ring;
    private int _lastBucket;
    private int _mark;
    private int _newItems;
    private long _newValue;
    private int _newDay;

    /// <summary>Adds an item of the current instant; it shows from the next instant on.</summary>
    public void Observe(int mark, int day, long value)
    {
        Fold(mark);
        _mark = mark;
        _newItems++;
        _newValue = unchecked(_newValue + value);
        _newDay = day;
    }

    /// <summary>Makes what was observed at earlier instants show.</summary>
    public void Fold(int mark)
    {
        if (_mark == mark || _newItems == 0)
        {
            return;
        }

        FirstDay = Items == 0 ? _newDay : Math.Min(FirstDay, _newDay);
        LastDay = Items == 0 ? _newDay : Math.Max(LastDay, _newDay);
        Items += _newItems;
        Value = unchecked(Value + _newValue);
        (_newItems, _newValue) = (0, 0);
    }

    /// <summary>Adds the result of a control that became known.</summary>
    public void Learn(int bucket, bool hit)
    {
        Advance(bucket);
        var counts = new Counts(1, hit ? 1 : 0);
        if (_lastBucket - bucket >= Buckets)
        {
            _older = _older.Plus(counts);
        }
        else
        {
            ref var cell = ref _ring[bucket & (Buckets - 1)];
            cell = cell.Plus(counts);
        }
    }

    /// <summary>Controls and hits, each weighted by how old its bucket is.</summary>
    /// <param name="bucket">The bucket of the day of reading.</param>
    /// <param name="weights">Weight by age in buckets; the last one is for all that is older.</param>
    public readonly (double Checked, double Hits) Decayed(int bucket, ReadOnlySpan<double> weights)
    {
        var beyond = weights[^1];
        double seen = _older.Checked * beyond;
        double hits = _older.Hits * beyond;
        for (var i = 0; i < Buckets; i++)
        {
            var counts = _ring[(_lastBucket - i) & (Buckets - 1)];
            if (counts.Checked == 0)
            {
                continue;
            }

            var age = Math.Max(0, bucket - (_lastBucket - i));
            var weight = age < weights.Length ? weights[age] : beyond;
            seen += counts.Checked * weight;
            hits += counts.Hits * weight;
        }

        return (seen, hits);
    }

    private void Advance(int bucket)
    {
        if (bucket <= _lastBucket)
        {
            return;
        }

        var steps = Math.Min(bucket - _lastBucket, Buckets);
        for (var i = 1; i <= steps; i++)
        {
            ref var cell = ref _ring[(bucket - steps + i) & (Buckets - 1)];
            _older = _older.Plus(cell);
            cell = default;
        }

        _lastBucket = bucket;
    }

    private readonly record struct Counts(int Checked, int Hits)
    {
        public Counts Plus(Counts other) => new(Checked + other.Checked, Hits + other.Hits);
    }

    [InlineArray(Buckets)]
    private struct Ring
    {
        private Counts _first;
    }
}
