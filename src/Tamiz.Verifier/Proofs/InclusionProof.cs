using System.Globalization;
using System.Security.Cryptography;
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

    /// <summary>What it does not prove, by the rules R1 to R3; nothing where it proves that the record is there.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="find">A known key by its id; null where it is not known.</param>
    public IEnumerable<Discrepancy> Problems(Checkpoint checkpoint, Func<byte[], SigningKey?> find)
    {
        var header = new BatchHeader([.. Header, .. new byte[BatchHeader.Size - BatchHeader.SignedSize]]);
        var place = new LedgerPlace(Batch: header.Number, Record: Record);
        if (Count != header.Count || Index >= Count || Record != unchecked(header.FirstSequence + Index))
        {
            yield return new Discrepancy("R1", place, "another record, index or count", "those of the header");
        }
        else if (!IsRoot(MerkleTree.Climb(MerkleTree.Leaf(Leaf), (long)Index, (long)Count, Path), header.Root))
        {
            yield return new Discrepancy("R1", place, "a leaf and path that lead elsewhere", "the root in the header");
        }

        if (Batches == 0 || Batches - 1 != checkpoint.Batch || Batches > long.MaxValue || header.Number >= Batches)
        {
            yield return new Discrepancy("R2", place, "a checkpoint that does not cover the batch", "one over as many batches");
        }
        else if (!IsRoot(MerkleTree.Climb(MerkleTree.Leaf(SHA256.HashData(Header)), (long)header.Number, (long)Batches, TreePath), checkpoint.Tree))
        {
            yield return new Discrepancy("R2", place, "a header and tree-path that lead elsewhere", "the tree in the checkpoint");
        }

        if (find(checkpoint.KeyId) is not { } key || !checkpoint.IsSignedBy(key))
        {
            yield return new Discrepancy("R3", place, "a checkpoint that no known key signed", "the signature of a key that is known");
        }
    }

    private static bool IsRoot(byte[]? found, ReadOnlySpan<byte> root) => found is not null && found.AsSpan().SequenceEqual(root);

    /// <summary>The text of its file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("tamiz proof 1\n");
        text.Append(CultureInfo.InvariantCulture, $"record {Record}\nleaf {Hex(Leaf)}\nindex {Index}\ncount {Count}\n");
        text.AppendJoin(' ', ["path", .. Path.Select(Hex)]);
        text.Append(CultureInfo.InvariantCulture, $"\nheader {Hex(Header)}\nbatches {Batches}\n");
        text.AppendJoin(' ', ["tree-path", .. TreePath.Select(Hex)]);
        return text.Append('\n').ToString();
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
