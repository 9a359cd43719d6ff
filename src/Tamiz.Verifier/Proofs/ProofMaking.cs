using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Escrow;
using Tamiz.Verifier.Files;

namespace Tamiz.Verifier.Proofs;

/// <summary>Takes, in passing, what the proof of one record needs.</summary>
/// <param name="sequence">The record's sequence.</param>
internal sealed class ProofMaking(ulong sequence)
{
    private InclusionProof? _proof;
    private long _batch;

    /// <summary>Looks whether the record is in this batch.</summary>
    public void Pass(long batch, StoredBatch stored, BatchInspection inspection)
    {
        var index = unchecked(sequence - stored.Header.FirstSequence);
        if (_proof is not null || sequence < stored.Header.FirstSequence || index >= (ulong)inspection.Records.Length || !inspection.IsReadable)
        {
            return;
        }

        var tree = new List<byte[]>();
        foreach (var record in inspection.Records)
        {
            tree.Add(MerkleTree.Leaf(inspection.BytesOf(record)));
        }

        var leaf = inspection.BytesOf(inspection.Records[(int)index]).ToArray();
        _proof = new InclusionProof(sequence, leaf, index, stored.Header.Count, [.. MerkleTree.Path((long)index, tree.Count, Root)], stored.Header.Signed.ToArray(), 0, []);
        _batch = batch;

        byte[] Root(long from, long to) => to - from == 1 ? tree[(int)from]
            : from + MerkleTree.Split(to - from) is var middle ? MerkleTree.Node(Root(from, middle), Root(middle, to)) : [];
    }

    /// <summary>The text of the proof against a checkpoint; null where the record or a checkpoint that covers it is missing.</summary>
    public string? Finish(LedgerTree tree, Checkpoint? checkpoint) =>
        _proof is null || checkpoint is null || checkpoint.Batch < (ulong)_batch || checkpoint.Batch >= (ulong)tree.Count ? null : (_proof with
        {
            Batches = checkpoint.Batch + 1,
            TreePath = [.. tree.Path(_batch, (long)checkpoint.Batch + 1)],
        }).ToString();
}
