using System.Runtime.CompilerServices;

namespace Tamiz.History;

/// <summary>Controls and hits under one key, by the bucket in which they became known: integers, so that their order does not matter.</summary>
internal struct Controls
{
    /// <summary>How many buckets are kept one by one.</summary>
    public const int Buckets = 8;

    private const double Steps = 1024;

    private Counts _older;
    private Ring _ring;
    private int _lastBucket;

    /// <summary>The last bucket in which one became known; 0 before the first.</summary>
    public readonly int LastBucket => _lastBucket;

    /// <summary>Adds the result of a control that became known.</summary>
    public void Learn(int bucket, bool hit) => Add(bucket, new Counts(1, hit ? 1 : 0));

    /// <summary>Takes back the result of a control that was added: as if it had never been.</summary>
    public void Unlearn(int bucket, bool hit) => Add(bucket, new Counts(-1, hit ? -1 : 0));

    private void Add(int bucket, Counts counts)
    {
        Advance(bucket);
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

    /// <summary>Controls and hits, each weighted by how old its bucket is, to the nearest 1,024th (half of one counts as one).</summary>
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

        return (Nearest(seen), Nearest(hits));
    }

    public void Save(StateWriter writer)
    {
        var filled = 0u;
        for (var i = 0; i < Buckets; i++)
        {
            filled |= _ring[i].Checked > 0 ? 1u << i : 0;
        }

        writer.Count(_lastBucket);
        _older.Save(writer);
        writer.Unsigned(filled);
        for (var i = 0; i < Buckets; i++)
        {
            if (_ring[i].Checked > 0)
            {
                _ring[i].Save(writer);
            }
        }
    }

    public void Load(StateReader reader)
    {
        _lastBucket = reader.Count();
        _older = Counts.Load(reader);
        var filled = reader.Unsigned();
        for (var i = 0; i < Buckets; i++)
        {
            _ring[i] = (filled >> i & 1) != 0 ? Counts.Load(reader) : default;
        }
    }

    private static double Nearest(double controls) => Math.Floor((controls * Steps) + 0.5) / Steps;

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

        public static Counts Load(StateReader reader) => new(reader.Count(), reader.Count());

        public void Save(StateWriter writer)
        {
            writer.Count(Checked);
            writer.Count(Hits);
        }
    }

    [InlineArray(Buckets)]
    private struct Ring
    {
        private Counts _first;
    }
}
