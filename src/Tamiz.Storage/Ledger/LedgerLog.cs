using System.Text;
using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>
/// The one log of a home: everything that is decided and done is appended here, and is acknowledged once it outlasts a power cut. Any
/// thread; one process at a time. After a failed write it is broken, and everything that waits fails, until it is opened again.
/// </summary>
public sealed class LedgerLog : LedgerReader
{
    private readonly LedgerPlace _place;
    private readonly IDisposable _lock;
    private readonly LedgerClock _clock;
    private readonly Committer _committer;
    private readonly SemaphoreSlim _turn = new(1);
    private volatile CheckpointMark? _checkpoint;

    private LedgerLog(LedgerPlace place, SegmentStore store, LedgerIndex index, SigningKey key, IDisposable held)
        : base(store, index, place.Settings)
    {
        (_place, _lock) = (place, held);
        _clock = new LedgerClock(place.Clock, index);
        _committer = new Committer(store, index, _clock, place.Settings, key);
    }

    /// <summary>The ledger's time: what the machine's clock shows, but never before the last batch. Records are made at it.</summary>
    public Instant Now => _clock.Now;

    /// <summary>Whether the last checkpoint is older than the settings allow, and anything happened since.</summary>
    public bool CheckpointDue => _checkpoint is not { } made || (Index.Batches > made.Batch + 2
        && Now.UnixMilliseconds - made.At.UnixMilliseconds >= _place.Settings.CheckpointEvery.TotalMilliseconds);

    /// <summary>How far it is checked, which is its end; null where the key that signed its last batch is gone.</summary>
    public LedgerMark? Mark
    {
        get
        {
            var checkpoint = _checkpoint;
            var (header, hash) = Index.Last;
            return header is not null && _place.Keys.Find(header.Key) is { } key ? new(header.Number, hash, key.Public.Info, checkpoint) : null;
        }
    }

    /// <summary>Founds a ledger and opens it.</summary>
    /// <param name="place">Where to: no ledger may be there, and its keys are new (<see cref="SigningKeys.Create"/>).</param>
    /// <param name="founding">What it begins with.</param>
    /// <exception cref="LedgerException">There is a ledger (TZ1609), it is in use (TZ1604), or the first key is missing (TZ1605).</exception>
    public static LedgerLog Create(LedgerPlace place, Founding founding)
    {
        var held = place.Disk.Lock();
        try
        {
            if (place.Disk.List() is [var first, ..])
            {
                throw new LedgerException(LedgerDiagnostics.LedgerExists.At(new Place(place.Disk.Where), first));
            }

            Found(place, founding);
        }
        catch
        {
            held.Dispose();
            throw;
        }

        return Open(place, held, (null, null), []);
    }

    /// <summary>Opens a ledger: reads all of it, checks its chain, and cuts off a batch that a power cut broke off, which is said and recorded.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="onRecord">Called with each record, in order; null for nobody. What it throws, this throws.</param>
    /// <param name="diagnostics">Receives TZ1601 and TZ1607.</param>
    /// <exception cref="LedgerException">There is none (TZ1608), it is in use (TZ1604), damaged (TZ1602, TZ1603), or its key is missing (TZ1605).</exception>
    public static LedgerLog Open(LedgerPlace place, Action<LedgerEntry>? onRecord, ICollection<Diagnostic> diagnostics) => Open(place, null, onRecord, diagnostics);

    /// <summary>Opens a ledger that was checked before up to some batch: of the batches before it only the headers are read, and that they are one chain.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="mark">How far it was checked; null to check everything, as does one that is not of this ledger.</param>
    /// <param name="onRecord">Called with each record that is checked, in order: those of the marked batch, and all after it. What it throws, this throws.</param>
    /// <param name="diagnostics">Receives TZ1601 and TZ1607.</param>
    /// <inheritdoc cref="Open(LedgerPlace, Action{LedgerEntry}?, ICollection{Diagnostic})" path="/exception"/>
    public static LedgerLog Open(LedgerPlace place, LedgerMark? mark, Action<LedgerEntry>? onRecord, ICollection<Diagnostic> diagnostics) => place.Disk.List().Count == 0
        ? throw new LedgerException(LedgerDiagnostics.NoLedger.At(new Place(place.Disk.Where), ""))
        : Open(place, place.Disk.Lock(), (mark, onRecord), diagnostics);

    /// <summary>Appends records that belong together. Waits on the calling thread while too much waits already; groups of one thread keep their order.</summary>
    /// <param name="group">The records; made at <see cref="Now"/> or before.</param>
    /// <returns>Completes once they outlast a power cut, with the sequence of the first. Fails with a <see cref="LedgerException"/> (TZ1610) where the disk failed.</returns>
    /// <exception cref="ArgumentException">A record is younger than the ledger's time, or founds a ledger or changes its key.</exception>
    public Task<long> Append(RecordGroup group)
    {
        if (group.IsOfLog)
        {
            throw new ArgumentException("only the log itself founds a ledger or changes its key", nameof(group));
        }

        var now = Now;
        return group.Latest.UnixMilliseconds <= now.UnixMilliseconds + LedgerClock.Tolerance
            ? _committer.Add(group)
            : throw new ArgumentException($"a record made at {group.Latest}, where it is {now}", nameof(group));
    }

    /// <summary>Writes a checkpoint over everything committed to the file of its name in the folder checkpoints, and records it.</summary>
    /// <param name="by">Id of the person; empty where the system acts by itself.</param>
    /// <exception cref="LedgerException">The disk failed (TZ1610, TZ1611).</exception>
    public async Task<Checkpoint> MakeCheckpoint(string by = "")
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            return await Checkpoint(by).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Changes the signing key: the old one signs the change and a checkpoint over it, then its private part is deleted.</summary>
    /// <param name="by">Id of the person.</param>
    /// <param name="reason">Why.</param>
    /// <returns>Id of the new key.</returns>
    /// <exception cref="LedgerException">The disk failed (TZ1610, TZ1611).</exception>
    public async Task<Hash> Rotate(string by, string reason)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var key = _place.Keys.Add();
            await _committer.Add(RecordGroup.Of(new RecordWriter(), new KeyChanged(Now, by, key.Public.Info, reason)), key).ConfigureAwait(false);
            await Checkpoint(by).ConfigureAwait(false);
            _place.Keys.DropBefore(key.Id);
            return key.Id;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Commits what waits and lets the ledger go.</summary>
    public override void Dispose()
    {
        _committer.Dispose();
        base.Dispose();
        _turn.Dispose();
        _lock.Dispose();
    }

    private static void Found(LedgerPlace place, Founding founding)
    {
        using var first = place.Keys.Founding();
        var key = first is null ? null : place.Keys.Find(first.Id);
        if (key is null)
        {
            throw new LedgerException(LedgerDiagnostics.MissingKey.At(new Place(place.Disk.Where), "", "the first key"));
        }

        var now = Instant.FromUtc(place.Clock.GetUtcNow().UtcDateTime);
        var record = new LedgerFounded(now, founding.By, founding.Id, founding.Administration, founding.Simulated, key.Public.Info);
        var group = RecordGroup.Of(new RecordWriter(), [record, .. founding.Records]);
        using var form = new BatchForm();
        form.Make([group], default, group.Latest, key);
        place.Disk.Create(SegmentStore.NameOf(1), [.. new SegmentHeader(founding.Id, 1, 0, 0, default).ToBytes(), .. form.Bytes]);
    }

    private static LedgerLog Open(LedgerPlace place, IDisposable held, (LedgerMark? Mark, Action<LedgerEntry>? OnRecord) scanning, ICollection<Diagnostic> diagnostics)
    {
        SegmentStore? store = null;
        LedgerLog? log = null;
        try
        {
            store = new SegmentStore(place.Disk, place.Settings.SegmentBytes);
            var index = new LedgerIndex();
            using var founding = place.Keys.Founding();
            using var scan = new LedgerScan(store, index, founding?.Id);
            scan.Run(scanning.OnRecord, place.Settings.Threads, scanning.Mark);
            var key = place.Keys.Find(scan.Key)
                ?? throw new LedgerException(LedgerDiagnostics.MissingKey.At(new Place(place.Disk.Where), "", $"the key {scan.Key}"));
            log = new LedgerLog(place, store, index, key, held) { _checkpoint = scan.Checkpoint };
            log.Mend(scan, diagnostics);
            log.FinishRotation(key);
            return log;
        }
        catch
        {
            log?._committer.Dispose();
            store?.Dispose();
            held.Dispose();
            throw;
        }
    }

    private void Mend(LedgerScan scan, ICollection<Diagnostic> diagnostics)
    {
        var shown = _clock.Shown;
        if (_clock.IsBehind(shown))
        {
            diagnostics.Add(LedgerDiagnostics.ClockBehind.At(new Place(_place.Disk.Where), shown.ToString(), $"an instant after {Now}"));
        }

        if (scan.Torn is { } torn)
        {
            var name = SegmentStore.NameOf(torn.Segment);
            Store.Cut(torn.Offset);
            diagnostics.Add(LedgerDiagnostics.TornTail.At(new Place(name, Field: $"batch {Index.Batches}"), $"{scan.TornBytes.Length} bytes from {torn.Offset} on"));
            _committer.Add(RecordGroup.Of(new RecordWriter(), new TailCut(Now, "", torn.Segment, torn.Offset, scan.TornBytes.Length, Hash.Of(scan.TornBytes))))
                .GetAwaiter().GetResult();
        }
    }

    // A power cut may have come between the change of a key and the checkpoint over it.
    private void FinishRotation(SigningKey key)
    {
        var last = Index.Tip().Header.Key;
        if (last != key.Id && _place.Keys.Find(last) is not null)
        {
            Checkpoint("").GetAwaiter().GetResult();
        }

        _place.Keys.DropBefore(key.Id);
    }

    // The key that signed the last batch signs: after a rotation that is the old one.
    private async Task<Checkpoint> Checkpoint(string by)
    {
        var (header, hash, tree) = Index.Tip();
        var key = _place.Keys.Find(header.Key)
            ?? throw new LedgerException(LedgerDiagnostics.MissingKey.At(new Place(_place.Disk.Where), "", $"the key {header.Key}"));
        var made = new Checkpoint(Id, header.Number, header.NextRecord, header.Committed, hash, tree, key.Id);
        var signature = new byte[PublicKey.SignatureSize];
        key.Sign(made.ToSigned(), signature);
        made = made with { Signature = signature };
        Keep(made);
        await _committer.Add(RecordGroup.Of(new RecordWriter(), new CheckpointMade(Now, by, header.Number, hash, tree))).ConfigureAwait(false);
        _checkpoint = new(header.Number, Now);
        return made;
    }

    private void Keep(Checkpoint made)
    {
        var name = "checkpoints/" + made.FileName;
        try
        {
            _place.Disk.Create(name, Encoding.ASCII.GetBytes(made.ToString()));
        }
        catch (IOException failure)
        {
            throw new LedgerException(LedgerDiagnostics.CheckpointFailed.At(new Place(name), failure.Message), failure);
        }
    }
}
