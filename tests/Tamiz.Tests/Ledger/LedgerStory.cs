using System.Text;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Facts;
using Tamiz.Ledger;
using Tamiz.Selection;
using Tamiz.Storage.Ledger;

namespace Tamiz.Tests.Ledger;

/// <summary>A small ledger with every type of record, in which all rules of the format hold.</summary>
internal sealed class LedgerStory(string folder)
{
    private const string Office = "HNTGU";
    private const string Identity = "HNTGU/2026/000123";
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly LedgerId Id = new(((UInt128)0x7a6d697a << 96) | 1);
    private static readonly byte[] Seed = [.. Enumerable.Range(1, DaySeed.Size).Select(i => (byte)i)];
    private static readonly byte[] NextSeed = [.. Enumerable.Range(101, DaySeed.Size).Select(i => (byte)i)];
    private static readonly LaneBound[] Bounds = [new("red", 0.02), new("yellow", 0.1)];

    private readonly LedgerFixture.HandClock _clock = new() { Time = new(2026, 3, 2, 13, 0, 0, TimeSpan.Zero) };
    private readonly RecordWriter _scratch = new();
    private string _lane = "";

    private LedgerFolder Disk => new(Path.Combine(folder, "ledger"));

    /// <summary>Writes it: ledger, keys, and a proof of one record.</summary>
    public void Write()
    {
        using (var keys = SigningKeys.Create(Path.Combine(folder, "keys")))
        {
            using var log = LedgerLog.Create(Place(keys), new Founding(Id, "Aduanas de Prueba", Simulated: true, "ana") { Records = InForce() });
            Prepare(log);
            Decide(log);
            Control(log);
            CloseDay(log);
            log.Rotate("cruz", "yearly").GetAwaiter().GetResult();
            _clock.Time -= TimeSpan.FromMinutes(10);
            Append(log, new PersonsErased(log.Now, "cruz", [new Pseudonym(31)], "art. 17"));
            _clock.Time += TimeSpan.FromHours(1);
        }

        BreakOff();
        using (var keys = SigningKeys.Open(Path.Combine(folder, "keys")))
        {
            using var log = LedgerLog.Open(Place(keys), null, []);
            var checkpoint = log.MakeCheckpoint("cruz").GetAwaiter().GetResult();
            var drawn = log.Read().First(entry => entry.Type == RecordType.DrawMade);
            File.WriteAllText(Path.Combine(folder, "proof.txt"), log.Prove(drawn.Sequence, checkpoint).ToString());
        }

        // What a reader is not given.
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "keys"), "key-?.pem").Concat(Directory.GetFiles(Disk.Where, "lock*")))
        {
            File.Delete(file);
        }
    }

    private static IReadOnlyList<LedgerRecord> InForce()
    {
        var at = new Instant(1_772_456_400_000);
        LedgerRecord Person(string person, string role) => new PersonChanged(at, "ana", person, true, [role], Hash.Of(Encoding.UTF8.GetBytes(person)));
        return
        [
            Person("ana", "analyst"), Person("bea", "approver"), Person("ivan", "inspector"), Person("sara", "supervisor"), Person("cruz", "custodian"),
            new ContentProposed(at, "ana", "configuration", "tamiz.yaml", Hash.Of([1]), 1),
            new SeedCommitted(at, "cruz", Office, DaySeed.Commitment(Id, Office, Seed)),
        ];
    }

    private void Prepare(LedgerLog log)
    {
        Append(log, new SignedIn(log.Now, "", "bea", true, "desk 4"));
        Append(log, new ContentProposed(log.Now, "ana", "profile", "whisky", Hash.Of([2]), 1), new ContentApproved(log.Now, "bea", "profile", "whisky", Hash.Of([2]), true, "seen three times"));
        Append(log, new KnowledgeSet(log.Now, "", [new("catalogue", "", Hash.Of([3])), new("configuration", "tamiz.yaml", Hash.Of([1])), new("profile", "whisky", Hash.Of([2]))]));
        Append(log, new DayOpened(log.Now, "cruz", Office, Day, Bounds, "green", DaySeed.Commitment(Id, Office, Seed), log.HashOf(0), "", "", DaySeed.Commitment(Id, Office, NextSeed)));
        var past = Lodged(1) with { Identity = new Identity(Office, 2025, "000007") };
        Append(log, new DeclarationEntered(log.Now, "ana", false, past, default), new FindingEntered(log.Now, "ana", "HNTGU/2025/000007", 1, true, "revenue", FindingStatus.Final, FindingNature.Error, log.Now.AddDays(-30), 1250.50m));
        Append(log, new FileImported(log.Now, "ana", "history.csv", Hash.Of([4]), Hash.Of([5]), 3, 1, 1, 1));
    }

    private void Decide(LedgerLog log)
    {
        var draw = Draw.Of(DaySeed.DrawKey(Seed, log.HashOf(0), ""), Identity);
        var parties = new DeclarationParties(new PartyRef(new Pseudonym(11), null), new PartyRef(new Pseudonym(21), new Pseudonym(31)), null, null);
        Append(log, new DeclarationEntered(log.Now, "", true, Lodged(1), parties), Assessed(log, 1), new DrawMade(log.Now, "", Identity, Office, Day, draw), Lane(log, 1, draw));
        Append(log, new DeclarationEntered(log.Now, "", true, Lodged(2), parties), new DeclarationAmended(log.Now, "", Identity, 1, 2, false), Assessed(log, 2), Lane(log, 2, draw));
    }

    private void Control(LedgerLog log)
    {
        Append(log, new InspectorAssigned(log.Now, "", Identity, "ivan", 0.25, new Draw(77), "", ""));
        Append(log, new SubjectRead(log.Now, "ivan", "declaration", Identity, "control"));
        Append(log, new FindingEntered(log.Now, "ivan", Identity, 0, false, "", FindingStatus.NotTold, FindingNature.NotTold, log.Now, null));
        Append(log, new DeclarationCancelled(log.Now, "sara", "HNTGU/2025/000007", 1, "lodged twice"));
    }

    private void CloseDay(LedgerLog log)
    {
        Append(log, new DayClosed(log.Now, "cruz", Office, Day, Seed, 1, [Total("red"), Total("yellow"), Total("green")], []));
        log.MakeCheckpoint("cruz").GetAwaiter().GetResult();
        var (to, second) = _lane == "red" ? ("yellow", "bea") : ("red", "");
        Append(log, new LaneOverridden(log.Now, "sara", Identity, _lane, to, "other", "a call from the port", second));

        LaneTotal Total(string lane) => new(lane, lane == _lane ? 1 : 0);
    }

    private static AssessmentMade Assessed(LedgerLog log, int version) => new(
        log.Now, "", Identity, version, [[1, double.NaN, double.NaN, 0.125, -2.7, 1e300], [double.NaN, 0, 3.5, 12, 1, 0]],
        [new("list.ofac-sdn", "list.name", EvidenceFamily.OpenSource, "security-drugs", 1.75, "ofac-sdn 2026-02-27", "ofac 12345") { Arguments = [new("name", ArgumentKind.Text, 0, "Harbour & Vale Ltd"), new("score", ArgumentKind.Share, 0.93, null)] }],
        [new("gap.stale", "un-consolidated", "2026-01-01")], [new("revenue", -3.2, -2.1, 481.55), new("security-drugs", -6, -4.25, 20_000)]);

    private LaneGiven Lane(LedgerLog log, int version, Draw draw)
    {
        var bound = Array.FindIndex(Bounds, bound => draw.Lane < bound.Bound);
        _lane = bound < 0 ? "green" : Bounds[bound].Lane;
        return bound < 0
            ? new(log.Now, "", Identity, version, _lane, Basis.None, "", 0.1, 0.9, 0.1, 950.25, 143.5, "", draw.Referral < 0.05, 0.05)
            : new(log.Now, "", Identity, version, _lane, Basis.Random, "", Bounds[bound].Bound, 0.05, Bounds[bound].Bound, double.NaN, 143.5, "", false, 0);
    }

    private static Declaration Lodged(int version) => new()
    {
        Identity = new Identity(Office, 2026, "000123", version),
        LodgedAt = new Instant(1_772_454_600_000),
        LodgedOn = Day,
        Regime = "IM4",
        CountryOfExport = "GT",
        TransportMode = "3",
        Containers = ["TGHU3396736"],
        Packages = 192,
        TotalGrossMass = new Mass(253.130m),
        Invoice = new Money(1363.21m, "USD"),
        ItemCount = 1,
        Codes = [new Code("channel", "web")],
        Items =
        [
            new Item
            {
                Hs = "220830",
                Classifications = [new Code("national", "2208300000")],
                Description = version == 1 ? "Whisky" : "Whisky, 12 años",
                Origin = "US",
                NetMass = new Mass(238.8m),
                SupplementaryQuantity = 119,
                SupplementaryUnit = "LTR",
                Price = new Money(1363.21m, "USD"),
                DutyRatePercent = 15,
                Taxes = new Money(-0.5m, "HNL"),
            },
        ],
    };

    private LedgerPlace Place(SigningKeys keys) => new(Disk, keys, _clock) { Settings = new() { SegmentBytes = 6000, Threads = 1 } };

    private void Append(LedgerLog log, params LedgerRecord[] records)
    {
        log.Append(RecordGroup.Of(_scratch, records)).GetAwaiter().GetResult();
        _clock.Time += TimeSpan.FromSeconds(7);
    }

    // A batch that the power did not let finish.
    private void BreakOff()
    {
        var last = Disk.List().Last(name => name.EndsWith(".tzl", StringComparison.Ordinal));
        using var file = Disk.Open(last);
        file.Write(file.Length, "TZB1 and no more"u8);
    }
}
