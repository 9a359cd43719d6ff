using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>What a log keeps in memory about its batches: where each begins, and the tree over them. Any thread.</summary>
internal sealed class LedgerIndex
{
    private readonly List<long> _first = [];
    private readonly GrowingTree _tree = new();
    private readonly Lock _gate = new();

    /// <summary>The last batch and its hash; null and zeros before the first.</summary>
    public (BatchHeader? Header, Hash Hash) Last
    {
        get
        {
            lock (_gate)
            {
                return field;
            }
        }

        private set;
    }

    public int Batches
    {
        get
        {
            lock (_gate)
            {
                return _first.Count;
            }
        }
    }

    public long Records => Last.Header?.NextRecord ?? 0;

    public void Add(BatchHeader header)
    {
        var hash = header.ToHash();
        lock (_gate)
        {
            _first.Add(header.FirstRecord);
            _tree.Add(MerkleTree.Leaf(hash));
            Last = (header, hash);
        }
    }

    /// <summary>Number of the batch that a record is in.</summary>
    public int BatchOf(long sequence)
    {
        lock (_gate)
        {
            var found = _first.BinarySearch(sequence);
            return found >= 0 ? found : ~found - 1;
        }
    }

    /// <summary>The last batch, its hash, and the tree up to it.</summary>
    public (BatchHeader Header, Hash Hash, Hash Tree) Tip()
    {
        lock (_gate)
        {
            return Last.Header is { } header ? (header, Last.Hash, _tree.Root(_tree.Count))
                : throw new InvalidOperationException("the ledger has no batch");
        }
    }

    public IReadOnlyList<Hash> Path(int batch, int batches)
    {
        lock (_gate)
        {
            return _tree.Path(batch, batches);
        }
    }
}
