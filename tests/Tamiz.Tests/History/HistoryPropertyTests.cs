using CsCheck;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Facts;
using Tamiz.History;
using Tamiz.Reference;
using Xunit;

namespace Tamiz.Tests.History;

/// <summary>What history says equals what a look at all rows says, and never knows more than was known.</summary>
public sealed class HistoryPropertyTests
{
    private const double PriorRate = 0.05;
    private const int Epoch = 719_162;
    private static readonly DateOnly Start = Lodgements.Start;
    private static readonly HistorySettings Settings = Lodgements.Settings;
    private static readonly KeySet Keys = Lodgements.Keys;
    private static readonly FactCatalogue Catalogue = new(Keys);
    private static readonly Gen<Declaration[]> Streams = Lodgements.Streams;

    [Fact]
    public void Rates_traces_and_prices_equal_a_look_at_all_rows() => Streams.Sample(stream =>
    {
        var gathered = Run(stream);
        var raw = gathered.SelectMany(declaration => declaration.Items).ToList();
        foreach (var item in raw)
        {
            var expected = new Look(raw, item.Declaration.LodgedAt).FactsOf(item);
            for (var slot = 0; slot < expected.Length; slot++)
            {
                Assert.True(Same(expected[slot], item.Facts[slot]), $"{Catalogue.Facts[slot].Id}: {expected[slot]:R} by looking, {item.Facts[slot]:R} by history");
            }
        }
    }, iter: 300);

    [Fact]
    public void Cutting_off_the_future_changes_nothing() => Gen.Select(Streams, Gen.Double[0, 1]).Sample((stream, at) =>
    {
        var whole = Run(stream);
        var cut = Run(stream.Take(1 + (int)(at * (stream.Length - 1))));
        for (var i = 0; i < cut.Count; i++)
        {
            AssertSameFacts(whole[i], cut[i]);
        }
    });

    [Fact]
    public void A_finding_that_is_not_known_yet_changes_nothing() => Gen.Select(Streams, Gen.Double[0, 1]).Sample((stream, at) =>
    {
        var last = stream[(int)(at * (stream.Length - 1))].LodgedAt;
        var until = stream.Where(declaration => declaration.LodgedAt <= last).ToArray();
        var whole = Run(until);
        var known = Run(until.Select(declaration => declaration with
        {
            Items = [.. declaration.Items.Select(item => item.Finding?.KnownAt >= last ? item with { Finding = null } : item)],
        }));
        for (var i = 0; i < known.Count; i++)
        {
            AssertSameFacts(whole[i], known[i]);
        }
    });

    [Fact]
    public void Order_within_an_instant_does_not_matter() => Gen.Select(Streams, Gen.Int).Sample((stream, seed) =>
    {
        var random = new Random(seed);
        var inOrder = Run(stream).ToDictionary(declaration => declaration.Declaration.Identity);
        foreach (var shuffled in Run(stream.OrderBy(declaration => declaration.LodgedAt).ThenBy(_ => random.Next())))
        {
            AssertSameFacts(inOrder[shuffled.Declaration.Identity], shuffled);
        }
    });

    [Fact]
    public void Findings_of_a_judged_file_never_reach_history() => Gen.Select(Streams, Gen.Int[2, 5]).Sample((stream, every) =>
    {
        bool Learns(int i) => i % every != 0;
        var judged = Run(stream, Learns);
        var without = Run(stream.Select((declaration, i) => Learns(i) ? declaration : declaration with
        {
            Items = [.. declaration.Items.Select(item => item with { Finding = null })],
        }));
        for (var i = 0; i < judged.Count; i++)
        {
            AssertSameFacts(judged[i], without[i]);
        }
    });

    [Fact]
    public void A_finding_counts_only_after_the_instant_it_became_known()
    {
        var item = new Item { Hs = "020110", Finding = new Finding(true, new Instant(3), "revenue") };
        Declaration[] stream = [.. Enumerable.Range(0, 6).Select(day => Lodgements.Of(day, Start.AddDays(day), "a", [day == 0 ? item : item with { Finding = null }]))];
        var slot = Catalogue.SlotOf("importer.id.findings.hits");
        Assert.Equal([0.0, 0, 0, 0, 1, 1], Run(stream).Select(declaration => declaration.Items[0].Facts[slot] > 0 ? 1.0 : 0));
    }

    [Fact]
    public void History_does_not_go_back()
    {
        var history = new HistoryStore(Keys, Settings, PriorRate);
        history.MoveTo(Instant.FromDate(Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => history.MoveTo(Instant.FromDate(Start.AddDays(-1))));
    }

    private static List<GatheredDeclaration> Run(IEnumerable<Declaration> stream, Func<int, bool>? learns = null)
    {
        var knowledge = new Knowledge
        {
            Reference = ReferenceData.Embedded(),
            Rates = new ExchangeRates("USD", null),
            ReceivedAt = Instant.Latest,
        };
        var gatherer = new Gatherer(Catalogue, new HistoryStore(Keys, Settings, PriorRate), knowledge);
        return [.. stream.Select((declaration, i) => gatherer.Gather(declaration, learns?.Invoke(i) ?? true))];
    }

    private static void AssertSameFacts(GatheredDeclaration a, GatheredDeclaration b) =>
        Assert.Equal(Bits(a), Bits(b));

    private static long[] Bits(GatheredDeclaration gathered) => [.. gathered.Items.SelectMany(item => item.Facts).Select(BitConverter.DoubleToInt64Bits)];

    private static bool Same(double a, double b) => double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(a));

    /// <summary>The same facts by going through all rows, as of an instant.</summary>
    private sealed class Look(List<GatheredItem> all, Instant now)
    {
        private readonly List<GatheredItem> _before = [.. all.Where(row => row.Declaration.LodgedAt < now)];

        public double[] FactsOf(GatheredItem row)
        {
            var facts = new List<double>();
            var rates = new double[Keys.Keys.Count];
            var (overall, overallSeen, overallHits) = Smoothed(_ => true, PriorRate);
            for (var key = 0; key < rates.Length; key++)
            {
                var value = Value(key, row);
                var parent = Keys.Keys[key].Parent < 0 ? overall : rates[Keys.Keys[key].Parent];
                var (rate, seen, hits) = value is null ? (parent, 0, 0) : Smoothed(other => Value(key, other) == value, parent);
                rates[key] = rate;
                var same = _before.Where(other => value is not null && Value(key, other) == value).ToList();
                double days = same.Count == 0 ? 0 : row.Declaration.LodgedOn.DayNumber - same.Min(other => other.Declaration.LodgedOn.DayNumber);
                facts.AddRange(value is null
                    ? Enumerable.Repeat(double.NaN, FactCatalogue.PerKey)
                    : [Math.Log(rate / (1 - rate)) - Math.Log(parent / (1 - parent)), rate, parent, seen, hits, same.Count, days]);
            }

            facts.AddRange(Price(PerKilogram(row), PerKilogram, Kilogram(row)));
            facts.AddRange(Price(PerUnit(row), PerUnit, Unit(row)));
            facts.AddRange([overallSeen, overallHits]);
            return [.. facts];
        }

        private (double Rate, double Seen, double Hits) Smoothed(Func<GatheredItem, bool> same, double parent)
        {
            double seen = 0, hits = 0;
            var bucketNow = Bucket(now);
            foreach (var row in _before.Where(row => row.Item.Finding is { } finding && finding.KnownAt < now && same(row)))
            {
                // What is older than eight buckets is kept together, and weighs like the oldest of them.
                var age = Math.Min(bucketNow - Bucket(row.Item.Finding!.KnownAt), 8);
                var weight = Math.Pow(2, -(double)age * Settings.BucketDays / Settings.HalfLifeDays);
                seen += weight;
                hits += row.Item.Finding.NonCompliant ? weight : 0;
            }

            (seen, hits) = (Math.Round(seen * 1024) / 1024, Math.Round(hits * 1024) / 1024);
            return ((hits + (Settings.PriorStrength * parent)) / (seen + Settings.PriorStrength), seen, hits);
        }

        private static int Bucket(Instant instant) => (instant.DayNumber + Epoch) / Settings.BucketDays;

        private static string? Value(int key, GatheredItem row) => Keys.Keys[key].Id.Split('+').Select(field => field switch
        {
            "importer.id" => row.Declaration.Importer?.Id,
            "item.hs4" => row.Item.Hs?[..4],
            "item.hs6" => row.Item.Hs?.Length == 6 ? row.Item.Hs : null,
            "item.origin" => row.Item.Origin,
            _ => Band(row),
        }).Aggregate((string?)"", (whole, part) => whole is null || part is null ? null : whole + "\n" + part);

        // The band was read as of the row's own lodgement; the test of prices covers what it is read from.
        private static string? Band(GatheredItem row)
        {
            var below = row.Facts[Catalogue.PriceSlot + 5];
            below = double.IsNaN(below) ? row.Facts[Catalogue.PriceSlot + FactCatalogue.PerPrice + 5] : below;
            return double.IsNaN(below) ? null : below < 0.05 ? "lowest" : below < 0.2 ? "low" : below <= 0.8 ? "middle" : below <= 0.95 ? "high" : "highest";
        }

        private IEnumerable<double> Price(double price, Func<GatheredItem, double> of, IEnumerable<Func<GatheredItem, bool>> levels)
        {
            foreach (var level in double.IsNaN(price) ? [] : levels)
            {
                var bins = _before.Where(level).Select(of).Where(double.IsFinite).Select(Bin).Order().ToList();
                if (bins.Count >= Settings.MinPrices)
                {
                    return Read(price, bins);
                }
            }

            return [price, .. Enumerable.Repeat(double.NaN, FactCatalogue.PerPrice - 1)];
        }

        private static double[] Read(double price, List<int> bins)
        {
            var bin = Bin(price);
            int Percentile(int percent) => bins[((bins.Count * percent) + 99) / 100 - 1];
            var (low, median, high) = (Percentile(10), Percentile(50), Percentile(90));
            var deviation = (bin - median) / Math.Max(2, (high - low) / 2.0);
            var below = (bins.Count(other => other < bin) + (bins.Count(other => other == bin) / 2.0)) / bins.Count;
            return [price, Math.Clamp(deviation, -20, 20), Middle(low), Middle(median), Middle(high), below, bins.Count];
        }

        // An eighth of a doubling: equal steps between a power of two and the next.
        private static int Bin(double price)
        {
            var power = (int)Math.Floor(Math.Log2(price));
            return (power * 8) + (int)Math.Floor(((price / Math.Pow(2, power)) - 1) * 8);
        }

        private static double Middle(int bin)
        {
            var power = (int)Math.Floor(bin / 8.0);
            return Math.Pow(2, power) * (1 + ((bin - (power * 8) + 0.5) / 8));
        }

        private static double PerKilogram(GatheredItem row) => row.Item.NetMass is { } mass ? (double)row.Item.Price!.Value.Amount / (double)mass.Kilograms : double.NaN;

        private static double PerUnit(GatheredItem row) => row.Item.SupplementaryQuantity is { } quantity ? (double)row.Item.Price!.Value.Amount / (double)quantity : double.NaN;

        private static string? Hs6(GatheredItem row) => row.Item.Hs?.Length == 6 ? row.Item.Hs : null;

        private static string? Hs4(GatheredItem row) => row.Item.Hs?[..4];

        private static IEnumerable<Func<GatheredItem, bool>> Kilogram(GatheredItem row) =>
        [
            other => Hs6(row) is { } hs && row.Item.Origin is not null && Hs6(other) == hs && other.Item.Origin == row.Item.Origin,
            other => Hs6(row) is { } hs && Hs6(other) == hs,
            other => Hs4(row) is { } hs && Hs4(other) == hs,
        ];

        private static IEnumerable<Func<GatheredItem, bool>> Unit(GatheredItem row) =>
        [
            other => Hs6(row) is { } hs && Hs6(other) == hs && other.Item.SupplementaryUnit == row.Item.SupplementaryUnit,
            other => Hs4(row) is { } hs && Hs4(other) == hs && other.Item.SupplementaryUnit == row.Item.SupplementaryUnit,
        ];
    }
}
