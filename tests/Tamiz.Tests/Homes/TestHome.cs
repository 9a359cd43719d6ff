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

    public TestHome()
    {
        HomeFolder.Create(Folder, Path.Combine(Repository.Root, "samples", "demo"));
        Founded = new HomeFounding(Folder, "ana", new SteppedClock(Instant.FromDate(new DateOnly(2025, 1, 1)))).Found([])!;
    }

    public FoundedHome Founded { get; }

    public string Folder => Path.Combine(_folder.FullName, "home");

    public string Beside(string name) => Path.Combine(_folder.FullName, name);

    public LiveHome Open(ICollection<Diagnostic>? diagnostics = null) => LiveHome.Open(Folder, TimeProvider.System, diagnostics ?? []);

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
    public void Forge(Func<LedgerRecord, LedgerRecord> change)
    {
        var groups = new List<List<LedgerRecord>>();
        using var keys = SigningKeys.Open(Path.Combine(Folder, "keys"));
        using var key = keys.Founding()!;
        var (batch, last) = (-1L, Instant.Earliest);
        LedgerLog.Replay(new LedgerFolder(Path.Combine(Folder, "ledger")), key, entry =>
        {
            if (entry.Batch != batch)
            {
                groups.Add([]);
                batch = entry.Batch;
            }

            groups[^1].Add(change(entry.Read()));
            last = entry.Committed;
        });
        Directory.Delete(Path.Combine(Folder, "ledger"), recursive: true);
        var founded = (LedgerFounded)groups[0][0];
        var clock = new SteppedClock(last);
        using var log = LedgerLog.Create(
            new LedgerPlace(new LedgerFolder(Path.Combine(Folder, "ledger")), keys, clock),
            new Founding(founded.Id, founded.Administration, founded.Simulated, founded.By) { Records = [.. groups[0].Skip(1)] });
        foreach (var group in groups.Skip(1).Where(group => group.Count > 0))
        {
            log.Append(RecordGroup.Of(new RecordWriter(), [.. group])).GetAwaiter().GetResult();
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
