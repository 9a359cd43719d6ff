using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Files;

namespace Tamiz.Verifier.Rules;

/// <summary>Where the reading stands, so that rules can say where they do not hold. Places are counted; what batches say of themselves is not trusted.</summary>
internal sealed class Cursor(Discrepancies discrepancies)
{
    private readonly List<(ulong First, LedgerPlace Place)> _batches = [];
    private ulong _nextBatch;
    private byte[] _hash = [];

    /// <summary>The place of this batch, from 0.</summary>
    public long Batch => (long)(_batches[^1].Place.Batch ?? 0);

    /// <summary>The hash of this batch.</summary>
    public ReadOnlySpan<byte> BatchHash => _hash;

    /// <summary>The place of the record.</summary>
    public ulong Record { get; private set; }

    /// <summary>Records up to and with this batch.</summary>
    public ulong Records { get; private set; }

    /// <summary>The place of the batch to come.</summary>
    public LedgerPlace Next => new(Batch: _nextBatch, Record: Records);

    /// <summary>Goes to a batch.</summary>
    public void Enter(StoredBatch batch, BatchInspection inspection)
    {
        _batches.Add((Records, batch.Place with { Batch = _nextBatch, Record = Records }));
        _hash = inspection.Hash;
        Record = Records;
        Records = unchecked(Records + batch.Header.Count);
        _nextBatch++;
    }

    /// <summary>A gap takes the place of one batch without records.</summary>
    public void Skip() => _nextBatch++;

    /// <summary>Goes to a record of the batch, by its place from 0.</summary>
    public void At(int record) => Record = unchecked(_batches[^1].First + (ulong)record);

    /// <summary>A rule does not hold for this batch as a whole.</summary>
    public void BrokenBatch(string rule, string found, string expected) => discrepancies.Add(new Discrepancy(rule, _batches[^1].Place, found, expected));

    /// <summary>A rule does not hold for the batch to come, or for what stands in its place.</summary>
    public void BrokenNext(LedgerPart part, string rule, string found, string expected) =>
        discrepancies.Add(new Discrepancy(rule, part.Place with { Batch = _nextBatch, Record = Records }, found, expected));

    /// <summary>A rule does not hold for this record.</summary>
    public void Broken(string rule, string found, string expected) =>
        discrepancies.Add(new Discrepancy(rule, _batches[^1].Place with { Record = Record }, found, expected));

    /// <summary>A rule does not hold for a record that was read before.</summary>
    public void BrokenEarlier(ulong record, string rule, string found, string expected) =>
        discrepancies.Add(new Discrepancy(rule, PlaceOf(record), found, expected));

    /// <summary>Something to be known that is no damage.</summary>
    public void Note(string rule, string found, string expected) => discrepancies.Note(new Discrepancy(rule, new LedgerPlace(), found, expected));

    private LedgerPlace PlaceOf(ulong record)
    {
        var batch = _batches.BinarySearch((record, new LedgerPlace()), Comparer<(ulong First, LedgerPlace)>.Create(static (a, b) => a.First.CompareTo(b.First)));
        return _batches[Math.Max(0, batch < 0 ? ~batch - 1 : batch)].Place with { Record = record };
    }
}
