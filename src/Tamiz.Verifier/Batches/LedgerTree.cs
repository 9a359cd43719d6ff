namespace Tamiz.Verifier.Batches;

/// <summary>The tree of the ledger over the hashes of all batches so far; any earlier size can still be asked for.</summary>
internal sealed class LedgerTree
{
    private const int ChunkBits = 10;

    // Level 0: the batches' hashes themselves. Level k: roots over 2^k batches, complete ones only.
    private readonly List<Level> _levels = [new Level()];

    /// <summary>How many batches.</summary>
    public long Count => _levels[0].Count;

    public void Add(ReadOnlySpan<byte> batchHash)
    {
        _levels[0].Add(batchHash);
        for (var level = 0; _levels[level].Count % 2 == 0; level++)
        {
            if (level + 1 == _levels.Count)
            {
                _levels.Add(new Level());
            }

            var last = _levels[level].Count - 1;
            _levels[level + 1].Add(MerkleTree.Node(NodeAt(level, last - 1), NodeAt(level, last)));
        }
    }

    /// <summary>The hash of a batch.</summary>
    public ReadOnlySpan<byte> BatchHash(long batch) => _levels[0][batch];

    /// <summary>The tree over the first batches.</summary>
    /// <param name="count">How many; at least 1.</param>
    public byte[] Head(long count) => Root(0, count);

    /// <summary>The audit path of a batch in the tree over the first batches.</summary>
    public List<byte[]> Path(long batch, long count) => MerkleTree.Path(batch, count, Root);

    private byte[] Root(long from, long to)
    {
        var count = to - from;
        var level = System.Numerics.BitOperations.Log2((ulong)count);
        if (1L << level == count && from % count == 0)
        {
            return NodeAt(level, from >> level).ToArray();
        }

        var middle = from + MerkleTree.Split(count);
        return MerkleTree.Node(Root(from, middle), Root(middle, to));
    }

    private ReadOnlySpan<byte> NodeAt(int level, long index) => level == 0 ? MerkleTree.Leaf(_levels[0][index]) : _levels[level][index];

    private sealed class Level
    {
        private readonly List<byte[]> _chunks = [];

        public long Count { get; private set; }

        public ReadOnlySpan<byte> this[long index] =>
            _chunks[(int)(index >> ChunkBits)].AsSpan((int)(index & ((1 << ChunkBits) - 1)) * MerkleTree.HashSize, MerkleTree.HashSize);

        public void Add(ReadOnlySpan<byte> hash)
        {
            var place = (int)(Count & ((1 << ChunkBits) - 1));
            if (place == 0)
            {
                _chunks.Add(new byte[MerkleTree.HashSize << ChunkBits]);
            }

            hash.CopyTo(_chunks[^1].AsSpan(place * MerkleTree.HashSize));
            Count++;
        }
    }
}
