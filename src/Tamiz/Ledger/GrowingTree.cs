using System.Numerics;

namespace Tamiz.Ledger;

/// <summary>
/// A Merkle tree that leaves are added to and that keeps all complete nodes, about 64 bytes a leaf: the root over any number of its first
/// leaves, and the path of one among them, take a number of steps logarithmic in it.
/// </summary>
public sealed class GrowingTree
{
    private readonly List<List<Hash>> _levels = [[]];

    /// <summary>How many leaves it has.</summary>
    public int Count => _levels[0].Count;

    /// <summary>Adds a leaf.</summary>
    /// <param name="leaf">See <see cref="MerkleTree.Leaf(Hash)"/>.</param>
    public void Add(Hash leaf)
    {
        _levels[0].Add(leaf);
        for (var i = 0; _levels[i].Count % 2 == 0; i++)
        {
            if (_levels.Count == i + 1)
            {
                _levels.Add([]);
            }

            _levels[i + 1].Add(MerkleTree.Node(_levels[i][^2], _levels[i][^1]));
        }
    }

    /// <summary>The root over the first leaves.</summary>
    /// <param name="count">How many, at most <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1, or more than there are.</exception>
    public Hash Root(int count)
    {
        CheckCount(count);
        return Subtree(0, count);
    }

    /// <summary>The path of a leaf in the tree over the first leaves, from its sibling up.</summary>
    /// <param name="index">Place of the leaf, from 0.</param>
    /// <param name="count">How many leaves the tree has.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf among them.</exception>
    public IReadOnlyList<Hash> Path(int index, int count)
    {
        CheckCount(count);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        var path = new List<Hash>();
        for (var (start, size) = (0, count); size > 1;)
        {
            var left = LeftSize(size);
            var isLeft = index < start + left;
            path.Add(isLeft ? Subtree(start + left, size - left) : Subtree(start, left));
            (start, size) = isLeft ? (start, left) : (start + left, size - left);
        }

        path.Reverse();
        return path;
    }

    // The greatest power of two below the size.
    private static int LeftSize(int size) => 1 << BitOperations.Log2((uint)size - 1);

    private void CheckCount(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
    }

    // Subtrees whose size is a power of two are complete, and start at a multiple of it.
    private Hash Subtree(int start, int size)
    {
        if (BitOperations.IsPow2(size))
        {
            var level = BitOperations.Log2((uint)size);
            return _levels[level][start >> level];
        }

        var left = LeftSize(size);
        return MerkleTree.Node(Subtree(start, left), Subtree(start + left, size - left));
    }
}
