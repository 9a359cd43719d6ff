using System.Globalization;
using System.Text;
using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Escrow;
using Tamiz.Verifier.Files;

namespace Tamiz.Verifier.Proofs;

/// <summary>That one record is in the ledger that a checkpoint covers.</summary>
/// <param name="Record">The record's sequence.</param>
/// <param name="Leaf">Its bytes.</param>
/// <param name="Index">Its place in its batch, from 0.</param>
/// <param name="Count">Records in the batch.</param>
/// <param name="Path">Hashes from the leaf's sibling up to the root's child.</param>
/// <param name="Header">Bytes 0 to 171 of the batch.</param>
/// <param name="Batches">Batches that the checkpoint covers.</param>
/// <param name="TreePath">Hashes from the batch's sibling up, in the tree of the ledger.</param>
internal sealed record InclusionProof(
    ulong Record, byte[] Leaf, ulong Index, ulong Count, byte[][] Path, byte[] Header, ulong Batches, byte[][] TreePath)
{
    // A record of 16 MiB in hexadecimal, and a little.
    private const int LongestFile = 34 << 20;

    /// <summary>Reads a file; null where it is not well-formed.</summary>
    public static InclusionProof? ReadFile(string path) => ShortText.Read(path, LongestFile) is { } text ? Read(text) : null;

    /// <summary>Reads a text; null where it is not well-formed.</summary>
    public static InclusionProof? Read(string text)
    {
        var lines = new SignedLines(text);
        if (lines.Next("tamiz proof 1").Length > 0)
        {
            return null;
        }

        var proof = new InclusionProof(
            lines.Number("record"), lines.Hex("leaf"), lines.Number("index"), lines.Number("count"), lines.Hashes("path"),
            lines.Hex("header", BatchHeader.SignedSize), lines.Number("batches"), lines.Hashes("tree-path"));
        return lines.Failed || !lines.Ended ? null : proof;
    }

    /// <summary>What the proof does not prove; null where it proves that the record is there.</summary>
    public string? Problem(Checkpoint checkpoint, SigningKey key)
    {
        var header = new BatchHeader([.. Header, .. new byte[BatchHeader.Size - BatchHeader.SignedSize]]);
        if (!checkpoint.IsSignedBy(key))
        {
            return "the checkpoint is not signed by this key";
        }

        if (Count != header.Count || Index >= Count || Record != unchecked(header.FirstSequence + Index))
        {
            return "record, index and count are not those of the batch";
        }

        if (MerkleTree.Climb(MerkleTree.Leaf(Leaf), (long)Index, (long)Count, Path) is not { } root || !root.AsSpan().SequenceEqual(header.Root))
        {
            return "the record and its path do not lead to the root of the batch";
        }

        if (Batches == 0 || Batches - 1 != checkpoint.Batch || Batches > long.MaxValue || header.Number >= Batches)
        {
            return "the checkpoint does not cover the batch";
        }

        var batchHash = System.Security.Cryptography.SHA256.HashData(Header);
        return MerkleTree.Climb(MerkleTree.Leaf(batchHash), (long)header.Number, (long)Batches, TreePath) is { } tree && tree.AsSpan().SequenceEqual(checkpoint.Tree)
            ? null
            : "the batch and its path do not lead to the tree of the checkpoint";
    }

    /// <summary>The text of its file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("tamiz proof 1\n");
        text.Append(CultureInfo.InvariantCulture, $"record {Record}\nleaf {Hex(Leaf)}\nindex {Index}\ncount {Count}\n");
        text.Append(CultureInfo.InvariantCulture, $"path {string.Join(' ', Path.Select(Hex))}\nheader {Hex(Header)}\n");
        text.Append(CultureInfo.InvariantCulture, $"batches {Batches}\ntree-path {string.Join(' ', TreePath.Select(Hex))}\n");
        return text.ToString();
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
