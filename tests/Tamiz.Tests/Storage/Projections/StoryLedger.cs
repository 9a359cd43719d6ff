using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Facts;
using Tamiz.Ledger;
using Tamiz.Selection;
using Tamiz.Storage.Ledger;

namespace Tamiz.Tests.Storage.Projections;

/// <summary>A home whose ledger tells what happens at an office, act by act.</summary>
internal sealed class StoryLedger : IDisposable
{
    public static readonly Instant Begin = Instant.FromUtc(new DateTime(2026, 11, 3, 8, 0, 0, DateTimeKind.Utc));

    private static readonly string[] Names = ["item.value", "importer.items", "new.fact"];

    private readonly SigningKeys _keys;
    private readonly RecordWriter _scratch = new();
    private readonly List<(string Number, int Version, string Lane)> _live = [];
    private readonly List<Task> _waiting = [];
    private DateOnly? _day;
    private int _facts;

    public StoryLedger()
    {
        _keys = SigningKeys.Create(Home.File("keys"));
        var place = new LedgerPlace(new LedgerFolder(Home.File("ledger")), _keys, Clock) { Settings = new LedgerSettings { BatchRecords = 12, Threads = 2 } };
        Log = LedgerLog.Create(place, new Founding(new LedgerId(11), "Story", true, "founder")
        {
            Records =
            [
                new PersonChanged(Begin, "founder", "eva", true, ["approver", "supervisor"], default),
                new ContentProposed(Begin, "founder", "risks", "risks.yaml", Hash.Of([1]), 100),
            ],
        });
    }

    public TemporaryHome Home { get; } = new();

    public MovingClock Clock { get; } = new(Begin);

    public LedgerLog Log { get; }

    /// <summary>What the caller of projections gives: as many names as the knowledge has entries; none before any.</summary>
    public static IReadOnlyList<string> FactsOf(KnowledgeSet? knowledge) => Names[..(knowledge?.Entries.Count ?? 0)];

    /// <summary>Appends records as one group; they are in the ledger after <see cref="Settle"/>.</summary>
    public void Append(params LedgerRecord[] records) => _waiting.Add(Log.Append(RecordGroup.Of(_scratch, records)));

    /// <summary>Waits until everything is in the ledger.</summary>
    public void Settle()
    {
        Task.WaitAll([.. _waiting]);
        _waiting.Clear();
    }

    /// <summary>Appends one of the things that can happen; records may be half a second older than the clock.</summary>
    public void Act(int number)
    {
        Clock.Move(number % 7 == 0 ? TimeSpan.FromDays(number % 23) : TimeSpan.FromMilliseconds(number % 900));
        var at = new Instant(Clock.Now.UnixMilliseconds - (number % 500));
        var (identity, version, lane) = _live.Count == 0 ? ("none", 1, "green") : _live[number % _live.Count];
        switch (number % 16)
        {
            case 0 when version < 5 && _live.Count > 0:
                _live[number % _live.Count] = (identity, version + 1, "red");
                Append([.. Decided(at, identity["HNPCR/2026/".Length..], version + 1, "red", number), new DeclarationAmended(at, "", identity, version, version + 1, number % 3 == 0)]);
                break;
            case 1:
                Append(new DeclarationEntered(at, "ana", false, Lodged($"H{Log.Records}-{number}", 1, number), default));
                break;
            case 2 or 3:
                Append(new FindingEntered(at, "ivo", identity, number % 3, number % 2 == 0, "revenue", FindingStatus.Final, FindingNature.Error, at, number % 2 == 0 ? 12.5m : null));
                break;
            case 4 when _live.Count > 0:
                Append(new LaneOverridden(at, "eva", identity, lane, number % 32 == 4 ? "yellow" : "red", "R1", "note", ""));
                break;
            case 5:
                Append(new DeclarationCancelled(at, "eva", identity, version, "withdrawn"), new InspectorAssigned(at, "", identity, "ivo", 0.25, new Draw(5), "", "eva"));
                break;
            case 6:
                TurnDay(at);
                break;
            case 7:
                Append(new ContentProposed(at, "ana", "list", $"l{number % 3}", Hash.Of([2]), 10));
                Append(new ContentApproved(at, "eva", "list", $"l{number % 3}", Hash.Of([2]), number % 5 != 0, "checked"));
                break;
            case 8:
                Know(at, number % 4);
                break;
            case 9:
                Append(new PersonChanged(at, "eva", $"p{number % 3}", number % 2 == 0, ["analyst"], default), new SignedIn(at, "", "eva", true, "tty1"), new SubjectRead(at, "eva", "report", "IR-7", "a case"));
                Append(new FileImported(at, "ana", "march.csv", Hash.Of([3]), Hash.Of([4]), 10, 7, 2, 1));
                break;
            case 10:
                Settle();
                Log.MakeCheckpoint().GetAwaiter().GetResult();
                break;
            default:
                Append(Enter($"{_live.Count}", at, number % 4 == 0 ? "red" : "green", number));
                break;
        }
    }

    /// <summary>Says what assessments use from here on: so many entries, so many facts.</summary>
    public void Know(Instant at, int entries)
    {
        _facts = Math.Min(entries, Names.Length);
        Append(new KnowledgeSet(at, "", [.. Enumerable.Range(0, _facts).Select(entry => new KnowledgeEntry("catalogue", $"c{entry}", Hash.Of([5])))]));
    }

    /// <summary>The group of a live declaration of version 1.</summary>
    public LedgerRecord[] Enter(string number, Instant at, string lane, int seed)
    {
        _live.Add(($"HNPCR/2026/{number}", 1, lane));
        var decided = Decided(at, number, 1, lane, seed);
        return [decided[0], decided[1], new DrawMade(at, "", $"HNPCR/2026/{number}", "HNPCR", new DateOnly(2026, 11, 3), new Draw((UInt128)seed << 80)), decided[2]];
    }

    /// <summary>A declaration with its assessment and lane, without a draw.</summary>
    public LedgerRecord[] Decided(Instant at, string number, int version, string lane, int seed)
    {
        var declaration = Lodged(number, version, seed);
        var facts = declaration.Items.Select(item => Enumerable.Range(0, _facts).Select(fact => (item.Sequence + fact + seed) % 3 == 0 ? double.NaN : seed / 7.0).ToArray()).ToList();
        AttachedEvidence[] attached = seed % 2 == 0 ? [] :
        [
            new("list.un", "list", EvidenceFamily.OpenSource, "sanctions", 3, "un", "un"), new("report.IR-7", "report", EvidenceFamily.Intelligence, "revenue", -0.5, "IR-7", "tip"),
        ];
        return
        [
            new DeclarationEntered(at, "", true, declaration, new DeclarationParties(null, new PartyRef(new Pseudonym((UInt128)seed), null), null, null)),
            new AssessmentMade(at, "", $"HNPCR/2026/{number}", version, facts, attached, [], [new("revenue", -3, -2, 100), new("sanctions", -6, -6, 1e6), new("safety", -9, -9, 1)]),
            new LaneGiven(at, "", $"HNPCR/2026/{number}", version, lane, Basis.Value, "revenue", 0.2, 0.1, 0.02, double.NaN, 30, "", seed % 5 == 0, 0.1),
        ];
    }

    public void Dispose()
    {
        Log.Dispose();
        _keys.Dispose();
        Home.Dispose();
    }

    private static Declaration Lodged(string number, int version, int seed) => new()
    {
        Identity = new Identity("HNPCR", 2026, number, version),
        LodgedAt = new Instant(Begin.UnixMilliseconds - seed),
        LodgedOn = new DateOnly(2026, 11, 3),
        Invoice = new Money(12.5m, "USD"),
        Items = [.. Enumerable.Range(1, 1 + (seed % 3)).Select(item => new Item { Sequence = item, Hs = "870323", Description = $"goods {seed % 5}" })],
    };

    private void TurnDay(Instant at)
    {
        if (_day is { } open)
        {
            Append(new DayClosed(at, "", "HNPCR", open, new byte[32], 7, [new("red", 1), new("green", 6)], [$"HNPCR/2026/{open.DayNumber}"]));
        }

        _day = (_day ?? new DateOnly(2026, 11, 1)).AddDays(1);
        Append(new DayOpened(at, "", "HNPCR", _day.Value, [new("red", 0.1)], "green", default, default, "", "", default));
    }
}
