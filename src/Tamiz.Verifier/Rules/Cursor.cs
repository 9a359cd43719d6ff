using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Files;

namespace Tamiz.Verifier.Rules;

/// <summary>Where the reading stands, so that rules can say where they do not hold.</summary>
internal sealed class Cursor(Discrepancies discrepancies)
{
    private readonly List<(ulong First, LedgerPlace Place)> _batches = [];
    private byte[] _hash = [];

    /// <summary>How many batches come before this one.</summary>
    public long Batch => _batches.Count - 1;

    /// <summary>The hash of this batch.</summary>
    public ReadOnlySpan<byte> BatchHash => _hash;

    /// <summary>Sequence of the record.</summary>
    public ulong Sequence { get; private set; }

    /// <summary>Goes to a batch.</summary>
    public void Enter(StoredBatch batch, BatchInspection inspection)
    {
        _batches.Add((batch.Header.FirstSequence, batch.Place with { Batch = batch.Header.Number }));
        _hash = inspection.Hash;
        Sequence = batch.Header.FirstSequence;
    }

    /// <summary>Goes to a record of the batch, by its place from 0.</summary>
    public void At(int record) => Sequence = unchecked(_batches[^1].First + (ulong)record);

    /// <summary>A rule does not hold for this batch.</summary>
    public void BrokenBatch(string rule, string found, string expected) =>
        discrepancies.Add(Batch, new Discrepancy(rule, _batches[^1].Place, found, expected));

    /// <summary>A rule does not hold for this record.</summary>
    public void Broken(string rule, string found, string expected) =>
        discrepancies.Add(Batch, new Discrepancy(rule, _batches[^1].Place with { Record = Sequence }, found, expected));

    /// <summary>A rule does not hold for a record that was read before.</summary>
    public void BrokenEarlier(ulong sequence, string rule, string found, string expected)
    {
        var batch = _batches.BinarySearch((sequence, new LedgerPlace()), Comparer<(ulong First, LedgerPlace)>.Create(static (a, b) => a.First.CompareTo(b.First)));
        batch = Math.Max(0, batch < 0 ? ~batch - 1 : batch);
        discrepancies.Add(batch, new Discrepancy(rule, _batches[batch].Place with { Record = sequence }, found, expected));
    }

    /// <summary>Something to be known that is no damage.</summary>
    public void Note(string rule, string found, string expected) => discrepancies.Note(new Discrepancy(rule, new LedgerPlace(), found, expected));
}
