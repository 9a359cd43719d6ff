using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Tests.Verifier.Maker;

/// <summary>
/// A history of some days at some offices, with every type of record, lawful in everything unless something bends it. The same seed and
/// key give the same history.
/// </summary>
internal sealed class SampleHistory
{
    public const long Begin = 1_767_225_600_000;

    private static readonly string[] Lanes = ["red", "yellow", "green"];
    private static readonly ECDsa FirstKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa SecondKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly SampleSize _size;
    private readonly Random _random;
    private readonly byte[] _id;
    private readonly Bending _bending;
    private readonly LedgerMaker _maker;
    private readonly List<byte[]> _pending = [];
    private readonly List<int> _checkpoints = [];
    private readonly List<(string Kind, string Name, byte[] Digest)> _inForce = [];
    private readonly Dictionary<string, string> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private long _now = Begin;

    private SampleHistory(SampleSize size, Bending bending)
    {
        _size = size;
        _random = new Random(size.Seed);
        _id = Digest($"ledger {size.Seed}")[..16];
        _bending = bending;
        _maker = new LedgerMaker(_id, bending.FirstKey ?? FirstKey) { Bend = bending.Batch };
    }

    /// <summary>Files of a history, with an escrow of all its checkpoints and its first public key.</summary>
    public static LedgerFiles Make(SampleSize size, Bending? bending = null)
    {
        var history = new SampleHistory(size, bending ?? new Bending());
        history.Found();
        for (var day = 0; day < size.Days; day++)
        {
            foreach (var office in history.Offices())
            {
                history.OpenDay(office, day);
            }

            history.Administer(day);
            foreach (var office in history.Offices())
            {
                history.Work(office, day, lastAndOpen: day == size.Days - 1);
            }
        }

        return history.Finish();
    }

    private LedgerFiles Finish()
    {
        Commit();
        if (_size.EscrowsLast)
        {
            _checkpoints.Add(_maker.Count - 1);
        }

        var files = _maker.ToFiles(_size.BatchesPerSegment);
        foreach (var batch in _checkpoints)
        {
            files[$"escrow/checkpoint-{batch:D10}.txt"] = _maker.Checkpoint(batch);
            files[$"ledger/checkpoints/checkpoint-{batch:D10}.txt"] = files[$"escrow/checkpoint-{batch:D10}.txt"];
        }

        files["public.pem"] = Encoding.ASCII.GetBytes(FirstKey.ExportSubjectPublicKeyInfoPem() + "\n");
        return files;
    }

    private IEnumerable<string> Offices() => Enumerable.Range(1, _size.Offices).Select(office => $"HNO{office:D2}");

    private void Found()
    {
        Add(new LedgerEntry(_id, "Administración de prueba", _size.Seed % 2 == 0, (_bending.FirstKey ?? FirstKey).ExportSubjectPublicKeyInfo()));
        Add(new PersonEntry("ana", true, "analyst"));
        Add(new PersonEntry("beto", true, "approver", "supervisor"));
        Add(new PersonEntry("carla", true, "inspector"));
        Add(new PersonEntry("dora", true, "supervisor", "auditor"));
        foreach (var (kind, name) in new[] { ("configuration", "tamiz"), ("list", "sdn"), ("risks", "risks") })
        {
            Add(new ContentEntry(kind, name, Digest(kind), 12) { By = "ana" });
            _inForce.Add((kind, name, Digest(kind)));
        }

        Know();
        foreach (var office in Offices())
        {
            Add(new CommitmentEntry(office, CommitmentTo(office, 0)));
        }

        var hash = Commit();
        foreach (var office in Offices())
        {
            _anchors[office] = hash;
        }

        Add(new SignInEntry("ana", true, "desk 1"));
        Add(new SignInEntry("ana", false, "desk 2"));
        Add(new ImportEntry("history.csv", 10, 6, 3, 1) { By = "ana" });
        for (var number = 1; number <= 3; number++)
        {
            var imported = new DeclarationEntry(false, number == 3 ? "" : "HNO01", number == 2 ? 0UL : 2024, $"I{number}", 1) { Full = number == 1, Items = number - 1 };
            Add(imported);
            Add(new FindingEntry(imported.Identity, 0, number == 1, 3, 1, number == 1 ? 12.5m : null));
        }

        Commit();
    }

    private void Administer(int day)
    {
        var digest = Digest($"profile {day}");
        Add(new ContentEntry("profile", $"p{day}", digest, 100) { By = "ana" });
        Commit();
        Add(new ApprovalEntry("profile", $"p{day}", digest, true) { By = "beto" });
        _inForce.Add(("profile", $"p{day}", digest));
        Know();
        Add(new ContentEntry("list", "other", Digest("other"), 5) { By = "ana" });
        Add(new ApprovalEntry("list", "other", Digest("other"), false) { By = "beto" });
        Add(new ReadEntry("reports", "R-1", "review") { By = "dora" });
        Add(new PersonEntry("eva", day % 2 == 0, "inspector"));
        Commit();
        if (day == 1)
        {
            Add(new ErasureEntry([Digest("a")[..16], Digest("b")[..16]], "art. 17"));
            Add(new RepairEntry(1, 1234, 56));
            Add(new ClockEntry(_now - 5000));
            Add(new KeyEntry(SecondKey.ExportSubjectPublicKeyInfo(), "yearly"));
            Commit();
            _maker.Key = _bending.KeepsOldKey ? _maker.Key : SecondKey;
        }
    }

    private void OpenDay(string office, int day)
    {
        Add(new DayOpenedEntry(
            office, Date(day), [("red", 0.1), ("yellow", 0.25)], CommitmentTo(office, day), _anchors[office], day == 0 ? "" : $"beacon {day}", CommitmentTo(office, day + 1)));
        Commit();
    }

    private void Work(string office, int day, bool lastAndOpen)
    {
        var drawn = new List<string>();
        for (var i = 0; i < _size.PerDay; i++)
        {
            var number = _numbers[office] = _numbers.GetValueOrDefault(office) + 1;
            var declaration = new DeclarationEntry(true, office, 2026, $"A{number:D6}", 1) { Full = i % 2 == 0, Items = 1 + (i % 4) };
            drawn.Add(declaration.Identity);
            Decide(declaration, office, day);
            Happen(declaration, i);
            if (_pending.Count >= _size.BatchSize)
            {
                Commit();
            }
        }

        Commit();
        if (!lastAndOpen || _size.ClosesLast)
        {
            CloseDay(office, day, drawn);
        }
    }

    private void Decide(DeclarationEntry declaration, string office, int day)
    {
        var identity = declaration.Identity;
        Add(declaration);
        Add(Assess(identity, declaration.Version, declaration.Items));
        var draw = Draw(office, day, identity);
        Add(new DrawEntry(identity, office, Date(day), draw));
        var number = (double)(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(draw) >> 11) / (1L << 53);
        var lane = number < 0.1 ? "red" : number < 0.25 ? "yellow" : Lanes[_random.Next(3)];
        _lanes[identity] = lane;
        Add(new LaneEntry(identity, declaration.Version, lane, number < 0.25 ? (byte)1 : lane == "green" ? (byte)0 : (byte)4));
    }

    private void Happen(DeclarationEntry declaration, int i)
    {
        var identity = declaration.Identity;
        var lane = Array.IndexOf(Lanes, _lanes[identity]);
        switch (i % 5)
        {
            case 1:
                Add(declaration with { Version = 2, By = "" });
                Add(new AmendmentEntry(identity, 1, 2, i % 2 == 0));
                Add(Assess(identity, 2, declaration.Items));
                _lanes[identity] = Lanes[_random.Next(lane + 1)];
                Add(new LaneEntry(identity, 2, _lanes[identity], 4));
                break;
            case 2:
                Add(new AssignmentEntry(identity, "carla", 0.5) { By = "dora" });
                Add(new FindingEntry(identity, 1, true, 1, 0, 100.25m) { By = "carla" });
                Add(new FindingEntry(identity, 1, true, 5, 1, null) { By = "carla" });
                break;
            case 3:
                var to = Lanes[lane == 0 ? 2 : lane - 1];
                Add(new OverrideEntry(identity, Lanes[lane], to, lane == 0 ? "dora" : "") { By = "beto" });
                _lanes[identity] = to;
                break;
            case 4:
                Add(new CancellationEntry(identity, 1, "withdrawn"));
                break;
        }
    }

    private AssessmentEntry Assess(string identity, ulong version, int items) => new(identity, version, [.. Enumerable.Range(0, items).Select(_ => Facts())], _size.Reasons);

    // Whole numbers, shares of 1024, any double, unknown ones alone and in runs.
    private double[] Facts() => [.. Enumerable.Range(0, _size.Facts).Select(i => _random.Next(8) switch
    {
        0 or 1 or 2 => _random.Next(-100, 1000),
        3 or 4 => double.NaN,
        5 => _random.Next(-5000, 5000) / 1024.0,
        6 => _random.NextDouble() * 1e6,
        _ => i % 4 == 0 ? -0.0 : i % 4 == 1 ? double.NegativeInfinity : i % 4 == 2 ? 1e300 : 0,
    })];

    private void CloseDay(string office, int day, List<string> drawn)
    {
        var totals = Lanes.Select(lane => (lane, (ulong)drawn.Count(identity => _lanes[identity] == lane))).ToArray();
        Add(new DayClosedEntry(office, Date(day), Seed(office, day), (ulong)drawn.Count, totals, []));
        _anchors[office] = Commit();
        var batch = _maker.Count - 1;
        _checkpoints.Add(batch);
        Add(new CheckpointEntry((ulong)batch, _maker.HashOf(batch), _maker.Tree(batch)));
        Commit();
    }

    private void Know() => Add(new KnowledgeEntry([.. _inForce.Append(("catalogue", "facts", Digest("facts")))
        .OrderBy(one => one.Item1, StringComparer.Ordinal).ThenBy(one => one.Item2, StringComparer.Ordinal)]));

    private void Add(Entry entry)
    {
        foreach (var bent in _bending.Entry(entry with { At = _now }))
        {
            _pending.Add(bent is RawEntry raw ? raw.Bytes : bent.ToBytes());
        }
    }

    private byte[] Commit()
    {
        if (_pending.Count == 0)
        {
            return [];
        }

        var hash = _maker.Commit(_now, _pending);
        _pending.Clear();
        _now += 2000;
        return hash;
    }

    private static long Date(int day) => (Begin / 86_400_000) + day;

    private byte[] Seed(string office, int day) => Digest($"{_size.Seed} {office} {day + _bending.OtherSeeds}");

    private byte[] CommitmentTo(string office, int day) =>
        SHA256.HashData([.. "tamiz seed"u8, .. _id, .. new FieldWriter().Text(office).ToArray(), .. Seed(office, day)]);

    private byte[] Draw(string office, int day, string identity)
    {
        var outside = day == 0 ? "" : $"beacon {day}";
        var key = HMACSHA256.HashData(Seed(office, day), (byte[])[.. _anchors[office], .. Encoding.UTF8.GetBytes(outside)]);
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(identity))[..16];
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
