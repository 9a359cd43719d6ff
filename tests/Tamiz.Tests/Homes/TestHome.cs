using Tamiz.Formats.Mappings;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;
using Tamiz.Storage.Ledger;

namespace Tamiz.Tests.Homes;

/// <summary>A simulated home in a temporary folder, with the settings of the samples.</summary>
internal sealed class TestHome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-home-");

    private readonly TimeProvider _clock = TimeProvider.System;

    public TestHome()
        : this(new SteppedClock(Instant.FromDate(new DateOnly(2025, 1, 1))))
    {
    }

    /// <summary>A home whose time is that of a clock; a stepped one is that of a simulated home.</summary>
    public TestHome(TimeProvider clock)
    {
        _clock = clock;
        HomeFolder.Create(Folder, Path.Combine(Repository.Root, "samples", "demo"));
        Founded = new HomeFounding(Folder, "ana", clock).Found([])!;
    }

    private TestHome(FoundedHome founded) => Founded = founded;

    public FoundedHome Founded { get; }

    public string Folder => Path.Combine(_folder.FullName, "home");

    public string Beside(string name) => Path.Combine(_folder.FullName, name);

    public LiveHome Open(ICollection<Diagnostic>? diagnostics = null) => LiveHome.Open(Folder, _clock, diagnostics ?? []);

    public ImportOutcome Import(bool live, params string[] lines)
    {
        using var home = Open();
        return Import(home, live, 2, lines);
    }

    public ImportOutcome Import(LiveHome home, bool live, int threads, params string[] lines)
    {
        var path = Beside($"{Guid.CreateVersion7():N}.csv");
        File.WriteAllLines(path, lines);
        var diagnostics = new List<Diagnostic>();
        var mapping = Mapping.Read(File.ReadAllText(Path.Combine(Folder, "mapping.yaml")).Replace("  declaration.regime:", "  declaration.version: versión\n  declaration.regime:", StringComparison.Ordinal), "mapping.yaml", diagnostics);
        using var input = InputSet.Open([path], mapping, home.State.Course!.Home.Zones, false, threads, diagnostics);
        Xunit.Assert.Empty(diagnostics);
        var import = new HomeImport(home, "", threads);
        return live ? import.Live(input, Beside("quarantine.csv"), static _ => { }) : import.History(input, Beside("quarantine.csv"), static _ => { });
    }

    /// <summary>The first lines of a sample, with a column for versions.</summary>
    public static string[] Sample(string name, int lines) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "samples", "demo", name)).Take(lines + 1).Select((line, index) => line + (index == 0 ? ",versión" : ",1"))];

    /// <summary>Writes the ledger anew with its own key, as an insider could, after something was changed in its records.</summary>
    public void Forge(Func<LedgerRecord, LedgerRecord> change) => ForgeBatches(batches => batches.ForEach(batch =>
    {
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i] = change(batch[i]);
        }
    }));

    /// <summary>
    /// The same, where records may be put in, taken out and moved. Batches before the first change stay as they are; later ones are written at
    /// their instants, and checkpoints among them are made anew.
    /// </summary>
    /// <param name="change">What is done to the records of the batches.</param>
    public void ForgeBatches(Action<List<List<LedgerRecord>>> change)
    {
        using var keys = SigningKeys.Open(Path.Combine(Folder, "keys"));
        var truth = Batches(keys);
        var batches = truth.ConvertAll(batch => batch.Records.ToList());
        var instants = batches.Zip(truth).ToDictionary(pair => pair.First, pair => pair.Second.Committed, (IEqualityComparer<List<LedgerRecord>>)ReferenceEqualityComparer.Instance);
        change(batches);
        var same = batches.Zip(truth).TakeWhile(pair => pair.First.SequenceEqual(pair.Second.Records, ReferenceEqualityComparer.Instance)).Count();
        using var log = Begin(keys, batches, same, out var clock);
        foreach (var records in batches.Skip(Math.Max(1, same)))
        {
            clock.MoveTo(instants.GetValueOrDefault(records));
            foreach (var made in records.OfType<CheckpointMade>())
            {
                log.MakeCheckpoint(made.By).GetAwaiter().GetResult();
            }

            LedgerRecord[] rest = [.. records.Where(record => record is not CheckpointMade)];
            if (rest.Length > 0)
            {
                log.Append(RecordGroup.Of(new RecordWriter(), rest)).GetAwaiter().GetResult();
            }
        }
    }

    /// <summary>Founds the ledger anew with another key and writes the same records.</summary>
    public void ForgeWithAnotherKey()
    {
        using var keys = SigningKeys.Open(Path.Combine(Folder, "keys"));
        var batches = Batches(keys).ConvertAll(batch => batch.Records);
        Directory.GetFiles(Path.Combine(Folder, "keys"), "key-*").ToList().ForEach(File.Delete);
        using var others = SigningKeys.Create(Path.Combine(Folder, "keys"));
        using var log = Begin(others, batches, 0, out var clock);
        clock.MoveTo(Instant.Latest.AddDays(-1));
        foreach (var records in batches.Skip(1))
        {
            log.Append(RecordGroup.Of(new RecordWriter(), [.. records])).GetAwaiter().GetResult();
        }
    }

    private List<(List<LedgerRecord> Records, Instant Committed)> Batches(SigningKeys keys)
    {
        var batches = new List<(List<LedgerRecord> Records, Instant Committed)>();
        using var key = keys.Founding()!;
        LedgerLog.Replay(new LedgerFolder(Path.Combine(Folder, "ledger")), key, entry =>
        {
            if (entry.Batch == batches.Count)
            {
                batches.Add(([], entry.Committed));
            }

            batches[^1].Records.Add(entry.Read());
        });
        return batches;
    }

    // Cut behind the batches that stay; founded anew where none does.
    private LedgerLog Begin(SigningKeys keys, List<List<LedgerRecord>> batches, int same, out SteppedClock clock)
    {
        var folder = Path.Combine(Folder, "ledger");
        var founded = (LedgerFounded)batches[0][0];
        clock = new SteppedClock(founded.At);
        var place = new LedgerPlace(new LedgerFolder(folder), keys, clock);
        if (same == 0)
        {
            Directory.Delete(folder, recursive: true);
            return LedgerLog.Create(place, new Founding(founded.Id, founded.Administration, founded.Simulated, founded.By) { Records = [.. batches[0].Skip(1)] });
        }

        var segment = Directory.GetFiles(folder, "*.tzl").Single();
        var bytes = File.ReadAllBytes(segment);
        var end = SegmentHeader.Size;
        for (var i = 0; i < same; i++)
        {
            end += BatchHeader.Size + BatchHeader.Read(bytes.AsSpan(end)).StoredLength;
        }

        File.WriteAllBytes(segment, bytes[..end]);
        return LedgerLog.Open(place, null, []);
    }

    /// <summary>A copy of a home, with whatever stands in its folder.</summary>
    public static TestHome CopyOf(TestHome home)
    {
        var copy = new TestHome(home.Founded);
        Copy(home.Folder, copy.Folder);
        return copy;
    }

    /// <summary>Copies a folder.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
