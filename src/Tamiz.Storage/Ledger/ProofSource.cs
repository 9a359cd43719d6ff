using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>Makes proofs; of the batch asked for last it keeps records and tree.</summary>
internal sealed class ProofSource(SegmentStore store, LedgerIndex index)
{
    private readonly Lock _gate = new();
    private (BatchContent Content, GrowingTree Tree)? _recent;

    public InclusionProof Prove(long sequence, Checkpoint checkpoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(checkpoint.Batch, index.Batches);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sequence, checkpoint.Records);
        var batch = index.BatchOf(sequence);
        var (content, tree) = Batch(batch);
        var header = HeaderOf(content);
        var batches = (int)checkpoint.Batch + 1;
        return InclusionProof.Of(header, content.Records, tree, (int)(sequence - header.FirstRecord), batches, index.Path(batch, batches));
    }

    /// <summary>The header of a batch that was whole when the ledger was opened.</summary>
    /// <exception cref="LedgerException">It is damaged now (TZ1602).</exception>
    public static BatchHeader HeaderOf(BatchContent content) => content is { Header: { } header, Fault: null } ? header
        : throw new LedgerException(LedgerDiagnostics.DamagedBatch.At(new Place(SegmentStore.NameOf(content.Stored.Segment)), content.Fault ?? ""));

    private (BatchContent Content, GrowingTree Tree) Batch(int batch)
    {
        lock (_gate)
        {
            if (_recent is { } recent && recent.Content.Header?.Number == batch)
            {
                return recent;
            }

            var content = BatchContent.Read(store.Read(batch));
            var tree = new GrowingTree();
            foreach (var record in content.Records)
            {
                tree.Add(MerkleTree.Leaf(record.Span));
            }

            _recent = (content, tree);
            return (content, tree);
        }
    }
}
