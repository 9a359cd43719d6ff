using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Ledger;
using Tamiz.Trials;

namespace Tamiz.Tests.Ledger;

/// <summary>A ledger on a disk in memory, with its keys in a folder of their own and a clock that is set by hand.</summary>
internal sealed class LedgerFixture : IDisposable
{
    private readonly TemporaryFiles _temporary = new();

    public LedgerFixture()
    {
        KeyFolder = _temporary.Next();
        Keys = SigningKeys.Create(KeyFolder);
    }

    public string KeyFolder { get; }

    public FaultyDisk Disk { get; set; } = new();

    public SigningKeys Keys { get; private set; }

    public HandClock Clock { get; } = new();

    public LedgerSettings Settings { get; set; } = new() { Threads = 1 };

    public List<Diagnostic> Diagnostics { get; } = [];

    public LedgerPlace Place => new(Disk, Keys, Clock) { Settings = Settings };

    public static string Segment(int number) => $"{number:D8}.tzl";

    public LedgerLog Create() => LedgerLog.Create(Place, new Founding(new LedgerId(17), "Aduanas", Simulated: false, "ana"));

    public LedgerLog Open(Action<LedgerEntry>? onRecord = null)
    {
        Diagnostics.Clear();
        return LedgerLog.Open(Place, onRecord, Diagnostics);
    }

    /// <summary>As another process would: keys read again from their folder.</summary>
    public void Restart()
    {
        Keys.Dispose();
        Keys = SigningKeys.Open(KeyFolder);
    }

    public List<LedgerRecord> ReadAll()
    {
        var records = new List<LedgerRecord>();
        using var founding = Keys.Founding()!;
        LedgerLog.Replay(Disk, founding, entry => records.Add(entry.Read()));
        return records;
    }

    public static RecordGroup Group(LedgerLog log, params string[] persons) =>
        RecordGroup.Of(new RecordWriter(), [.. persons.Select(person => (LedgerRecord)new SignedIn(log.Now, "", person, true, "desk"))]);

    public static long Append(LedgerLog log, params string[] persons) => log.Append(Group(log, persons)).GetAwaiter().GetResult();

    public void Dispose()
    {
        Keys.Dispose();
        _temporary.Dispose();
    }

    /// <summary>A clock that is set by hand.</summary>
    internal sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Time { get; set; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Time;
    }
}
