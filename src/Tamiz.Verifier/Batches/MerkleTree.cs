using System.Numerics;
using System.Security.Cryptography;

namespace Tamiz.Verifier.Batches;

/// <summary>The Merkle tree of RFC 6962, section 2.1, over SHA-256.</summary>
internal static class MerkleTree
{
    public const int HashSize = 32;

    /// <summary>The leaf of some data: SHA-256(0 ‖ data).</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(data);
        return hash.GetHashAndReset();
    }

    /// <summary>SHA-256(1 ‖ left ‖ right).</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> node = stackalloc byte[1 + (2 * HashSize)];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + HashSize)..]);
        return SHA256.HashData(node);
    }

    /// <summary>The root over leaves that stand one after the other, in whose place it is worked out.</summary>
    /// <param name="leaves">At least one leaf of 32 bytes; they are lost.</param>
    /// <param name="hash">SHA-256.</param>
    public static ReadOnlySpan<byte> Root(Span<byte> leaves, IncrementalHash hash)
    {
        Span<byte> node = stackalloc byte[1 + (2 * HashSize)];
        node[0] = 1;
        for (var count = leaves.Length / HashSize; count > 1; count = (count + 1) / 2)
        {
            for (var pair = 0; pair < count / 2; pair++)
            {
                leaves.Slice(pair * 2 * HashSize, 2 * HashSize).CopyTo(node[1..]);
                hash.AppendData(node);
                hash.GetHashAndReset(leaves[(pair * HashSize)..]);
            }

            if (count % 2 == 1)
            {
                leaves.Slice((count - 1) * HashSize, HashSize).CopyTo(leaves[(count / 2 * HashSize)..]);
            }
        }

        return leaves[..HashSize];
    }

    /// <summary>The audit path of a leaf (section 2.1.1): siblings from its own up to the root's child.</summary>
    /// <param name="index">The leaf.</param>
    /// <param name="size">How many leaves there are.</param>
    /// <param name="root">The root over leaves from (inclusive) to (exclusive).</param>
    public static List<byte[]> Path(long index, long size, Func<long, long, byte[]> root)
    {
        var path = new List<byte[]>();
        for (var (from, to) = (0L, size); to - from > 1;)
        {
            var middle = from + Split(to - from);
            path.Insert(0, index < middle ? root(middle, to) : root(from, middle));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }

        return path;
    }

    /// <summary>The root to which a leaf and its audit path lead; null where no path is as long.</summary>
    public static byte[]? Climb(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path)
    {
        var (at, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0)
            {
                return null;
            }

            var isLeft = at % 2 == 0 && at != last;
            hash = isLeft ? Node(hash, sibling) : Node(sibling, hash);
            while (!isLeft && at % 2 == 0 && at != 0)
            {
                (at, last) = (at / 2, last / 2);
            }

            (at, last) = (at / 2, last / 2);
        }

        return last == 0 ? hash : null;
    }

    /// <summary>The greatest power of two below a number above 1.</summary>
    public static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
