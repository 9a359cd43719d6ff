using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>
/// A ledger to be read, as of its opening: nothing is locked or changed, and somebody may go on writing it meanwhile. A batch that is not whole
/// at its end, because it is being written or was broken off, is not part of it. Any thread.
/// </summary>
public class LedgerReader : IDisposable
{
    private readonly LedgerSettings _settings;
    private readonly ProofSource _proofs;

    private protected LedgerReader(SegmentStore store, LedgerIndex index, LedgerSettings settings)
    {
        (Store, Index, _settings) = (store, index, settings);
        _proofs = new ProofSource(store, index);
    }

    /// <summary>The ledger's id.</summary>
    public LedgerId Id => Store.Headers[0].Ledger;

    /// <summary>Id of the key that signed the last batch.</summary>
    public Hash Key => Index.Tip().Header.Key;

    /// <summary>How many records are committed; the sequence of the next one.</summary>
    public long Records => Index.Records;

    /// <summary>How many batches are committed.</summary>
    public long Batches => Index.Batches;

    private protected SegmentStore Store { get; }

    private protected LedgerIndex Index { get; }

    /// <summary>Opens a ledger to read it.</summary>
    /// <param name="disk">Where it is.</param>
    /// <param name="founding">The key that it must have been founded with; null where that is not known.</param>
    /// <param name="mark">How far it was checked before: the payloads up to there are checked when they are read. Null to check everything, as does one that is not of this ledger.</param>
    /// <param name="onRecord">Called with each record that is checked, in order; null for nobody. What it throws, this throws.</param>
    /// <exception cref="LedgerException">There is none (TZ1608), or it is damaged (TZ1602, TZ1603).</exception>
    public static LedgerReader Open(ILedgerDisk disk, PublicKey? founding, LedgerMark? mark = null, Action<LedgerEntry>? onRecord = null)
    {
        var settings = new LedgerSettings();
        var store = new SegmentStore(disk, settings.SegmentBytes);
        try
        {
            var index = new LedgerIndex();
            using var scan = new LedgerScan(store, index, founding?.Id);
            scan.Run(onRecord, settings.Threads, mark);
            return new LedgerReader(store, index, settings);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Whether a ledger's instants are those of a simulation, as its first record says; false where that cannot be read.</summary>
    /// <param name="disk">Where it is.</param>
    /// <exception cref="LedgerException">There is none (TZ1608), or a segment is damaged (TZ1603).</exception>
    public static bool IsSimulated(ILedgerDisk disk)
    {
        using var store = new SegmentStore(disk, new LedgerSettings().SegmentBytes);
        return store.Scan().Select(BatchContent.Read).FirstOrDefault() is { Fault: null, Records: [var first, ..] }
            && LedgerRecord.Read(first.Span) is LedgerFounded { Simulated: true };
    }

    /// <summary>Reads all of a ledger and checks its chain.</summary>
    /// <param name="disk">Where it is.</param>
    /// <param name="founding">The key that it must have been founded with.</param>
    /// <param name="onRecord">Called with each record, in order. What it throws, this throws.</param>
    /// <returns>How many records there are.</returns>
    /// <exception cref="LedgerException">There is none (TZ1608), or it is damaged (TZ1602, TZ1603).</exception>
    public static long Replay(ILedgerDisk disk, PublicKey founding, Action<LedgerEntry> onRecord)
    {
        using var reader = Open(disk, founding, null, onRecord);
        return reader.Records;
    }

    /// <summary>The committed records from one on, in order, read from the disk a few batches at a time; those committed later are not among them.</summary>
    /// <param name="from">Sequence of the first.</param>
    /// <exception cref="LedgerException">A batch was damaged since it was checked (TZ1602).</exception>
    public IEnumerable<LedgerEntry> Read(long from = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        return from >= Records ? [] : Entries(from, Index.BatchOf(from), Index.Batches);
    }

    /// <summary>Hash of a batch: what a day is anchored in.</summary>
    /// <param name="batch">The batch's number (<see cref="LedgerEntry.Batch"/>).</param>
    /// <exception cref="LedgerException">The batch was damaged since it was checked (TZ1602).</exception>
    public Hash HashOf(long batch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(batch, Index.Batches);
        return ProofSource.HeaderOf(BatchContent.Read(Store.Read(batch))).ToHash();
    }

    /// <summary>Number of the batch that a committed record is in.</summary>
    /// <param name="sequence">The record's sequence.</param>
    public long BatchOf(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sequence, Records);
        return Index.BatchOf(sequence);
    }

    /// <summary>The proof that a record is there. Of the batch asked for last, records and tree stay in memory.</summary>
    /// <param name="sequence">The record's sequence.</param>
    /// <param name="checkpoint">A checkpoint of this ledger that covers it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The checkpoint does not cover the record, or there is none of that sequence.</exception>
    /// <exception cref="LedgerException">The batch was damaged since it was checked (TZ1602).</exception>
    public InclusionProof Prove(long sequence, Checkpoint checkpoint) => _proofs.Prove(sequence, checkpoint);

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        Store.Dispose();
        GC.SuppressFinalize(this);
    }

    private IEnumerable<LedgerEntry> Entries(long from, int first, int end)
    {
        var stored = Enumerable.Range(first, end - first).Select(batch => Store.Read(batch));
        foreach (var content in OrderedStage.Map(stored, BatchContent.Read, _settings.Threads))
        {
            var header = ProofSource.HeaderOf(content);
            for (var i = (int)Math.Max(0, from - header.FirstRecord); i < content.Records.Count; i++)
            {
                yield return new(header.FirstRecord + i, header.Number, header.Committed, content.Records[i]);
            }
        }
    }
}
