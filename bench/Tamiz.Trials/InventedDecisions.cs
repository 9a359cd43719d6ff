using System.Collections.Immutable;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Facts;
using Tamiz.Ledger;
using Tamiz.Selection;
using Tamiz.Storage.Ledger;

namespace Tamiz.Trials;

/// <summary>A ledger of invented decisions over a year: 2.5 items each with 100 stored facts, a tenth of them controlled.</summary>
internal sealed class InventedDecisions(long decisions) : TimeProvider
{
    /// <summary>Facts of an item.</summary>
    public const int Facts = 100;

    private static readonly Instant Begin = Instant.FromDate(new DateOnly(2026, 1, 1));
    private readonly Random _random = new(7);
    private readonly RecordWriter _scratch = new();
    private Instant _now = Begin;

    public override DateTimeOffset GetUtcNow() => new(_now.ToUtc(), TimeSpan.Zero);

    /// <summary>Founds the ledger in a home and fills it.</summary>
    public LedgerLog Write(string home)
    {
        var place = new LedgerPlace(new LedgerFolder(Path.Combine(home, "ledger")), SigningKeys.Create(Path.Combine(home, "keys")), this);
        var log = LedgerLog.Create(place, new Founding(new LedgerId(7), "Trial", Simulated: true, "trial"));
        Task last = log.Append(RecordGroup.Of(_scratch, new KnowledgeSet(Begin, "", [new("catalogue", "facts", Hash.Of([1]))])));
        for (long i = 0; i < decisions; i++)
        {
            _now = new Instant(Begin.UnixMilliseconds + (i * 365 * Instant.MillisecondsPerDay / decisions));
            last = log.Append(Decide(i));
            if (i % 10 == 5)
            {
                last = log.Append(RecordGroup.Of(_scratch, new FindingEntered(_now, "ivo", $"HNPCR/2026/{i - 5}", 1, i % 3 == 0, "revenue", FindingStatus.Final, FindingNature.Error, _now, 120.5m)));
            }
        }

        last.GetAwaiter().GetResult();
        return log;
    }

    private RecordGroup Decide(long number)
    {
        var items = (int)(2 + (number % 2));
        var declaration = new Declaration
        {
            Identity = new Identity("HNPCR", 2026, $"{number}"),
            LodgedAt = _now,
            LodgedOn = DateOnly.FromDateTime(_now.ToUtc()),
            Regime = "IM4",
            CountryOfExport = Country(),
            TransportMode = "1",
            TransportMeans = $"IMO{9_000_000 + _random.Next(2000)}",
            Containers = [$"MSKU{_random.Next(1_000_000):D7}"],
            Packages = _random.Next(500),
            TotalGrossMass = new Mass(_random.Next(100_000) / 10m),
            Invoice = new Money(_random.Next(10_000_000) / 100m, "USD"),
            Incoterm = "CIF",
            ItemCount = items,
            Items = [.. Enumerable.Range(1, items).Select(Item)],
        };
        var parties = new DeclarationParties(Party(500), Party(20_000), Party(50_000), null);
        var identity = DeclarationEntered.IdentityOf(declaration.Identity);
        var draw = new Draw((UInt128)_random.NextInt64() << 65);
        ImmutableArray<WeighedArea> areas = [new("revenue", -3, -3 + _random.NextDouble(), _random.Next(100_000) / 3.0), new("sanctions", -7, -7, 1_000_000)];
        return RecordGroup.Of(
            _scratch,
            new DeclarationEntered(_now, "", true, declaration, parties),
            new AssessmentMade(_now, "", identity, 1, [.. Enumerable.Range(0, items).Select(_ => FactsOfItem())], Attached(number), [], areas),
            new DrawMade(_now, "", identity, "HNPCR", declaration.LodgedOn, draw),
            new LaneGiven(_now, "", identity, 1, draw.Lane < 0.1 ? "red" : "green", Basis.Value, "", 0.1, 0.1, 0.02, 35.5, 40 * draw.Lane, "", false, 0.01));
    }

    private Item Item(int sequence) => new()
    {
        Sequence = sequence,
        Hs = $"{84_000_000 + (_random.Next(3000) * 100)}",
        Description = $"goods of kind {_random.Next(5000)}",
        Origin = Country(),
        Procedure = "4000",
        NetMass = new Mass(_random.Next(100_000) / 10m),
        Price = new Money(_random.Next(1_000_000) / 100m, "USD"),
        CustomsValue = new Money(_random.Next(1_000_000) / 100m, "USD"),
        DutyRatePercent = 5 * _random.Next(5),
        Taxes = new Money(_random.Next(100_000) / 100m, "HNL"),
    };

    // Counts, decayed counts to the nearest 1,024th, prices and rates, and a tenth not known.
    private double[] FactsOfItem()
    {
        var facts = new double[Facts];
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = (i % 10) switch
            {
                < 4 => _random.Next(1 << (i % 12)),
                < 7 => _random.Next(1 << (i % 16)) / 1024.0,
                < 9 => _random.NextDouble(),
                _ => double.NaN,
            };
        }

        return facts;
    }

    private static AttachedEvidence[] Attached(long number) =>
        number % 50 != 0 ? [] : [new AttachedEvidence("list.un", "list", EvidenceFamily.OpenSource, "sanctions", 3, "un", "un")];

    private PartyRef Party(int among) => new(new Pseudonym(UInt128.MaxValue / (UInt128)(1 + _random.Next(among))), new Pseudonym((UInt128)_random.Next(among) << 90));

    private string Country() => new[] { "CN", "US", "HN", "GT", "MX" }[_random.Next(5)];
}
