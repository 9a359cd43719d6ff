using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>Reads a ledger from its beginning, checks its chain, and hands on its records.</summary>
/// <param name="store">Where its batches are.</param>
/// <param name="index">Filled with them.</param>
/// <param name="founding">Id of the key that it must have been founded with; null where that is not known.</param>
internal sealed class LedgerScan(SegmentStore store, LedgerIndex index, Hash? founding) : IDisposable
{
    private PublicKey? _key;

    /// <summary>Id of the key in force after the last batch.</summary>
    public Hash Key => _key?.Id ?? default;

    /// <summary>The last checkpoint that the ledger tells of.</summary>
    public CheckpointMark? Checkpoint { get; private set; }

    /// <summary>The incomplete batch at the end; null where there is none.</summary>
    public StoredBatch? Torn { get; private set; }

    /// <summary>Bytes of the incomplete batch.</summary>
    public byte[] TornBytes { get; private set; } = [];

    /// <summary>Reads everything; where it was checked before up to a batch, what the batches before that one hold is left out.</summary>
    /// <param name="onRecord">Called for each record of each good batch that is read, in order.</param>
    /// <param name="threads">Threads that check batches by themselves.</param>
    /// <param name="mark">How far it was checked; null, or one of another ledger, for nothing.</param>
    /// <exception cref="LedgerException">A batch or segment is damaged (TZ1602, TZ1603).</exception>
    public void Run(Action<LedgerEntry>? onRecord, int threads, LedgerMark? mark = null)
    {
        var from = mark is null ? null : Skim(mark);
        foreach (var content in OrderedStage.Map(store.Scan(from), BatchContent.Check, threads))
        {
            var fault = Fault(content);
            if (fault is not null)
            {
                Refuse(content.Stored, fault);
                return;
            }

            Accept(content, onRecord);
        }

        for (var segment = index.Batches == 0 ? 1 : LastSegment() + 1; segment <= store.Headers.Count; segment++)
        {
            CheckSegment(segment, segment == store.Headers.Count);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key?.Dispose();

    private int LastSegment() => store.Read(index.Batches - 1).Segment;

    // Since each header holds the hash of the batch before, that of the marked batch speaks for all headers up to it.
    private StoredBatch? Skim(LedgerMark mark)
    {
        var (marked, head) = store.Places().FirstOrDefault(one => one.Header is null || one.Header.Number >= mark.Batch);
        if (mark.Batch == 0 || head is null || head.Number != mark.Batch || head.ToHash() != mark.Hash || KeyOf(mark, head) is not { } key)
        {
            return null;
        }

        foreach (var (place, header) in store.Places().TakeWhile(one => one.Header!.Number < mark.Batch))
        {
            // The first batch names the key that the ledger was founded with.
            var content = index.Batches == 0 ? BatchContent.Check(store.Whole(place, header!)) : new BatchContent(place, header, [], null);
            if ((index.Batches == 0 ? Fault(content) : FaultOfChain(header!)) is { } fault)
            {
                throw Damaged(place, fault);
            }

            Accept(content, null);
        }

        _key?.Dispose();
        (_key, Checkpoint) = (key, mark.Checkpoint);
        return marked;
    }

    private static PublicKey? KeyOf(LedgerMark mark, BatchHeader marked)
    {
        try
        {
            return Hash.Of(mark.Key.Span) == marked.Key ? PublicKey.Read(mark.Key.Span) : null;
        }
        catch (LedgerFormatException)
        {
            return null;
        }
    }

    private LedgerException Damaged(StoredBatch stored, string fault) =>
        new(LedgerDiagnostics.DamagedBatch.At(new Place(SegmentStore.NameOf(stored.Segment), Field: $"batch {index.Batches}"), fault));

    // Either the tail of the last segment, which is noted, or damage, which is thrown.
    private void Refuse(StoredBatch stored, string fault)
    {
        if (stored.Segment == store.Headers.Count && index.Batches > 0
            && store.Rest(stored.Segment, stored.Offset) is { } rest && TornTail.Is(rest, stored.Offset, index.Batches, _key))
        {
            (Torn, TornBytes) = (stored, rest);
            return;
        }

        throw Damaged(stored, fault);
    }

    private string? Fault(BatchContent content)
    {
        if (content is not { Header: { } header, Fault: null })
        {
            return content.Fault;
        }

        return FaultOfChain(header) ?? FaultOfRecords(content, header) ?? FaultOfSignature(content, header);
    }

    private string? FaultOfChain(BatchHeader header)
    {
        var (last, hash) = index.Last;
        if (header.Number != index.Batches || header.FirstRecord != index.Records)
        {
            return $"[C3] batch {header.Number} from record {header.FirstRecord}, where batch {index.Batches} from record {index.Records} follows";
        }

        if (header.Previous != hash)
        {
            return "[C4] another hash of the batch before";
        }

        return header.Committed < (last?.Committed ?? Instant.Earliest) ? $"[C9] committed {header.Committed}, before the batch before" : null;
    }

    private static string? FaultOfRecords(BatchContent content, BatchHeader header)
    {
        for (var i = 0; i < content.Records.Count; i++)
        {
            var entry = new LedgerEntry(header.FirstRecord + i, header.Number, header.Committed, content.Records[i]);
            try
            {
                var fault = FaultOf(entry, i == content.Records.Count - 1);
                if (fault is not null)
                {
                    return $"{fault} (record {entry.Sequence})";
                }
            }
            catch (LedgerFormatException problem)
            {
                return $"[C10] {problem.Message} (record {entry.Sequence})";
            }
        }

        return null;
    }

    private static string? FaultOf(LedgerEntry entry, bool isLast)
    {
        if (entry.At > entry.Committed)
        {
            return "[C9] younger than its batch";
        }

        var type = entry.Type;
        if (type == RecordType.LedgerFounded != (entry.Sequence == 0))
        {
            return "[C10] stands where its type may not";
        }

        if (type == RecordType.KeyChanged && !isLast)
        {
            return "[C8] a change of key before other records";
        }

        // Those that this scan uses itself.
        var used = type is RecordType.LedgerFounded or RecordType.KeyChanged or RecordType.CheckpointMade ? entry.Read() : null;
        var key = used is LedgerFounded founded ? founded.Key : (used as KeyChanged)?.Key;
        if (key is { } given)
        {
            PublicKey.Read(given.Span).Dispose();
        }

        return null;
    }

    private string? FaultOfSignature(BatchContent content, BatchHeader header)
    {
        if (_key is null)
        {
            var record = LedgerRecord.Read(content.Records[0].Span) as LedgerFounded;
            if (record is null || record.Id != store.Headers[0].Ledger)
            {
                return "[C1] the ledger's id is not that of record 0";
            }

            _key = PublicKey.Read(record.Key.Span);
            if (founding is not null && _key.Id != founding)
            {
                return "[C8] founded with another key than that in key-1.public.pem";
            }
        }

        var bytes = content.Stored.Bytes.Span;
        return header.Key == _key.Id && _key.HasSigned(bytes[..BatchHeader.SignedSize], bytes[BatchHeader.SignedSize..BatchHeader.Size])
            ? null
            : "[C8] not signed by the key in force";
    }

    private void Accept(BatchContent content, Action<LedgerEntry>? onRecord)
    {
        var header = content.Header ?? throw new ArgumentException("a batch without a header", nameof(content));
        for (var segment = index.Batches == 0 ? 1 : LastSegment() + 1; segment <= content.Stored.Segment; segment++)
        {
            CheckSegment(segment, segment == content.Stored.Segment);
        }

        store.Add(content.Stored);
        index.Add(header);
        for (var i = 0; i < content.Records.Count; i++)
        {
            var entry = new LedgerEntry(header.FirstRecord + i, header.Number, header.Committed, content.Records[i]);
            Notice(entry);
            onRecord?.Invoke(entry);
        }
    }

    private void Notice(LedgerEntry entry)
    {
        if (entry.Type is not (RecordType.KeyChanged or RecordType.CheckpointMade))
        {
            return;
        }

        switch (entry.Read())
        {
            case KeyChanged changed:
                _key?.Dispose();
                _key = PublicKey.Read(changed.Key.Span);
                break;
            case CheckpointMade made:
                Checkpoint = new(made.Batch, entry.Committed);
                break;
        }
    }

    // A segment follows the last batch before it; only the last segment may be without one of its own.
    private void CheckSegment(int segment, bool mayFollow)
    {
        var header = store.Headers[segment - 1];
        var (last, hash) = index.Last;
        var expected = new SegmentHeader(store.Headers[0].Ledger, segment, index.Batches, last?.NextRecord ?? 0, hash);
        if (!mayFollow || header != expected)
        {
            throw new LedgerException(LedgerDiagnostics.DamagedSegment.At(
                new Place(SegmentStore.NameOf(segment)), mayFollow ? $"[C1] {header}" : "no batch", mayFollow ? expected.ToString() : "at least one batch"));
        }
    }
}
