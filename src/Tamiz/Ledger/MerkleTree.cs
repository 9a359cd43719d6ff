using System.Security.Cryptography;

namespace Tamiz.Ledger;

/// <summary>The Merkle tree of RFC 6962, section 2.1, over SHA-256.</summary>
public static class MerkleTree
{
    internal const byte LeafMark = 0;
    private const byte NodeMark = 1;
    private const int OnStack = 1024;

    /// <summary>The leaf of some data: SHA-256 over the byte 0 and the data.</summary>
    public static Hash Leaf(ReadOnlySpan<byte> data)
    {
        Span<byte> marked = data.Length < OnStack ? stackalloc byte[data.Length + 1] : new byte[data.Length + 1];
        marked[0] = LeafMark;
        data.CopyTo(marked[1..]);
        return Hash.Of(marked);
    }

    /// <summary>The leaf of a hash as data.</summary>
    public static Hash Leaf(Hash data)
    {
        Span<byte> bytes = stackalloc byte[Hash.Size];
        data.CopyTo(bytes);
        return Leaf(bytes);
    }

    /// <summary>A node: SHA-256 over the byte 1, its left and its right child.</summary>
    public static Hash Node(Hash left, Hash right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Hash.Size)];
        bytes[0] = NodeMark;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Hash.Size)..]);
        return Hash.Of(bytes);
    }

    /// <summary>The root over some leaves; over none, SHA-256 of nothing.</summary>
    public static Hash Root(ReadOnlySpan<Hash> leaves)
    {
        if (leaves.IsEmpty)
        {
            return Hash.Of([]);
        }

        var level = leaves.ToArray();
        for (var count = level.Length; count > 1; count = (count + 1) / 2)
        {
            Raise(level.AsSpan(0, count));
        }

        return level[0];
    }

    /// <summary>The hashes that lead from a leaf to the root: from its sibling up (RFC 6962, section 2.1.1).</summary>
    /// <param name="leaves">All leaves.</param>
    /// <param name="index">Place of the leaf, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static IReadOnlyList<Hash> Path(ReadOnlySpan<Hash> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Length);
        var path = new List<Hash>();
        var level = leaves.ToArray();
        for (var count = level.Length; count > 1; count = (count + 1) / 2, index /= 2)
        {
            // The last of an odd number has no sibling: it rises as it is.
            if ((index ^ 1) < count)
            {
                path.Add(level[index ^ 1]);
            }

            Raise(level.AsSpan(0, count));
        }

        return path;
    }

    /// <summary>The root that a path leads to.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="count">How many leaves there are.</param>
    /// <param name="path">From the leaf's sibling up.</param>
    /// <returns>Null where the path has another length than that leaf's.</returns>
    public static Hash? RootOf(Hash leaf, long index, long count, IReadOnlyList<Hash> path)
    {
        if (index < 0 || index >= count)
        {
            return null;
        }

        var used = 0;
        for (var last = count - 1; last > 0; last >>= 1, index >>= 1)
        {
            if ((index & 1) == 0 && index == last)
            {
                continue;
            }

            if (used == path.Count)
            {
                return null;
            }

            leaf = (index & 1) == 1 ? Node(path[used], leaf) : Node(leaf, path[used]);
            used++;
        }

        return used == path.Count ? leaf : null;
    }

    private static void Raise(Span<Hash> level)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Hash.Size)];
        Span<byte> hash = stackalloc byte[Hash.Size];
        bytes[0] = NodeMark;
        for (var i = 0; i + 1 < level.Length; i += 2)
        {
            level[i].CopyTo(bytes[1..]);
            level[i + 1].CopyTo(bytes[(1 + Hash.Size)..]);
            SHA256.HashData(bytes, hash);
            level[i / 2] = new Hash(hash);
        }

        if (level.Length % 2 == 1)
        {
            level[level.Length / 2] = level[^1];
        }
    }
}
