using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>
/// Commits groups in the order in which they came: whatever waits goes into one batch, which is written and flushed once, and then all
/// that is in it is acknowledged. After a failure nothing is acknowledged any more.
/// </summary>
internal sealed class Committer : IDisposable
{
    private readonly SegmentStore _store;
    private readonly LedgerIndex _index;
    private readonly LedgerClock _clock;
    private readonly LedgerSettings _settings;
    private readonly object _gate = new();
    private readonly Queue<WaitingGroup> _queue = [];
    private readonly List<WaitingGroup> _taken = [];
    private readonly List<RecordGroup> _groups = [];
    private readonly RecordWriter _scratch = new();
    private readonly BatchForm _form = new();
    private readonly Thread _thread;
    private SigningKey _key;
    private LedgerException? _broken;
    private bool _stopping;
    private bool _fellBack;
    private long _records;
    private long _bytes;

    public Committer(SegmentStore store, LedgerIndex index, LedgerClock clock, LedgerSettings settings, SigningKey key)
    {
        (_store, _index, _clock, _settings, _key) = (store, index, clock, settings, key);
        _thread = new Thread(Run) { IsBackground = true, Name = "Ledger" };
        _thread.Start();
    }

    /// <summary>Queues a group; waits on the calling thread while too much waits already.</summary>
    /// <param name="group">The records.</param>
    /// <param name="successor">The key that signs from the next batch on; null for the same.</param>
    /// <returns>Completes after the flush of its batch, with the sequence of its first record.</returns>
    public Task<long> Add(RecordGroup group, SigningKey? successor = null)
    {
        var waiting = new WaitingGroup(group, successor);
        lock (_gate)
        {
            while (_broken is null && !_stopping && _queue.Count > 0
                && (_records + group.Count > _settings.WaitingRecords || _bytes + group.Payload.Length > _settings.WaitingBytes))
            {
                Monitor.Wait(_gate);
            }

            if (_broken is not null)
            {
                return Task.FromException<long>(_broken);
            }

            ObjectDisposedException.ThrowIf(_stopping, this);
            _queue.Enqueue(waiting);
            (_records, _bytes) = (_records + group.Count, _bytes + group.Payload.Length);
            if (_queue.Count == 1)
            {
                Monitor.PulseAll(_gate);
            }
        }

        return waiting.Done.Task;
    }

    /// <summary>Commits what waits, and ends.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.PulseAll(_gate);
        }

        _thread.Join();
        _form.Dispose();
    }

    private void Run()
    {
        while (Take())
        {
            try
            {
                var first = Commit();
                Acknowledge(first);
            }
            catch (Exception failure)
            {
                Break(failure);
            }
        }
    }

    private bool Take()
    {
        _taken.Clear();
        lock (_gate)
        {
            while (_queue.Count == 0 && !_stopping)
            {
                Monitor.Wait(_gate);
            }

            var (records, bytes) = (0, 0L);
            while (_queue.TryPeek(out var next) && (_taken.Count == 0 || Fits(records + next.Group.Count, bytes + next.Group.Payload.Length)))
            {
                _taken.Add(_queue.Dequeue());
                (records, bytes) = (records + next.Group.Count, bytes + next.Group.Payload.Length);
                if (next.Successor is not null)
                {
                    break;
                }
            }

            (_records, _bytes) = (_records - records, _bytes - bytes);
            Monitor.PulseAll(_gate);
            return _taken.Count > 0;
        }
    }

    private bool Fits(int records, long bytes) => records <= Math.Min(_settings.BatchRecords, LedgerLimits.Records - 1) && bytes <= _settings.BatchBytes;

    // Returns the sequence of the first record that somebody waits for.
    private long Commit()
    {
        var shown = _clock.Shown;
        var committed = LedgerClock.Later(shown, _clock.Now);
        _groups.Clear();
        NoteClock(shown, committed);
        var own = _groups.Count;
        foreach (var waiting in _taken)
        {
            _groups.Add(waiting.Group);
            committed = LedgerClock.Later(committed, waiting.Group.Latest);
        }

        var header = _form.Make(_groups, _index.Last, committed, _key);
        _store.Append(header, _form.Bytes);
        _index.Add(header);
        _key = _taken[^1].Successor ?? _key;
        return header.FirstRecord + own;
    }

    private void NoteClock(Instant shown, Instant now)
    {
        var isBehind = _clock.IsBehind(shown);
        if (isBehind && !_fellBack)
        {
            _groups.Add(RecordGroup.Of(_scratch, new ClockFellBack(now, "", shown)));
        }

        _fellBack = isBehind;
    }

    private void Acknowledge(long first)
    {
        foreach (var waiting in _taken)
        {
            waiting.Done.SetResult(first);
            first += waiting.Group.Count;
        }
    }

    private void Break(Exception failure)
    {
        var broken = new LedgerException(LedgerDiagnostics.WriteFailed.At(new Place(SegmentStore.NameOf(_store.Headers.Count)), failure.Message), failure);
        lock (_gate)
        {
            _broken = broken;
            _taken.AddRange(_queue);
            _queue.Clear();
            (_records, _bytes) = (0, 0);
            Monitor.PulseAll(_gate);
        }

        _taken.ForEach(waiting => waiting.Done.SetException(broken));
    }
}
