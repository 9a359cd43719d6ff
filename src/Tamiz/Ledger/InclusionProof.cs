using System.Globalization;
using System.Text;

namespace Tamiz.Ledger;

/// <summary>Proof, with a checkpoint, that one record was in the ledger when the checkpoint was made.</summary>
/// <param name="Record">The record's sequence.</param>
/// <param name="Bytes">The record's bytes.</param>
/// <param name="Index">Its place in its batch, from 0.</param>
/// <param name="Count">Records in the batch.</param>
/// <param name="Path">From the record's sibling up to the root's child.</param>
/// <param name="Header">Bytes 0 to 171 of the batch.</param>
/// <param name="Batches">How many batches the checkpoint covers.</param>
/// <param name="TreePath">From the batch's sibling up, in the tree of the ledger.</param>
public sealed record InclusionProof(
    long Record, ReadOnlyMemory<byte> Bytes, int Index, int Count, IReadOnlyList<Hash> Path, ReadOnlyMemory<byte> Header,
    long Batches, IReadOnlyList<Hash> TreePath)
{
    /// <summary>Makes the proof of a record.</summary>
    /// <param name="header">Header of its batch.</param>
    /// <param name="records">All records of the batch.</param>
    /// <param name="leaves">Their leaves.</param>
    /// <param name="index">The record's place in the batch, from 0.</param>
    /// <param name="batches">How many batches the checkpoint covers.</param>
    /// <param name="treePath">The batch's path in the tree of the ledger over so many (<see cref="GrowingTree.Path"/>).</param>
    public static InclusionProof Of(
        BatchHeader header, IReadOnlyList<ReadOnlyMemory<byte>> records, GrowingTree leaves, int index, long batches, IReadOnlyList<Hash> treePath)
    {
        var bytes = new byte[BatchHeader.SignedSize];
        header.Write(bytes);
        return new(header.FirstRecord + index, records[index], index, records.Count, leaves.Path(index, records.Count), bytes, batches, treePath);
    }

    /// <summary>Reads the text.</summary>
    /// <exception cref="LedgerFormatException">It is not word for word as docs/reference/ledger-format.md says.</exception>
    public static InclusionProof Read(string text)
    {
        var lines = new TextLines(text);
        if (lines.Value("tamiz") != "proof 1")
        {
            lines.Fail("not a proof of version 1");
        }

        var (record, bytes, index, count) = (lines.Number("record"), lines.Bytes("leaf"), lines.Number("index"), lines.Number("count"));
        if (record < 0 || index < 0 || index >= count || count > LedgerLimits.Payload)
        {
            lines.Fail("a number out of range");
        }

        var proof = new InclusionProof(record, bytes, (int)index, (int)count, lines.Digests("path"), lines.Bytes("header"),
            lines.Number("batches"), lines.Digests("tree-path"));
        lines.End();
        return proof;
    }

    /// <summary>
    /// Whether it proves that the record is in the ledger of the checkpoint. That the checkpoint's key was in force is for the caller to know.
    /// </summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="key">The key that it must be signed by.</param>
    public bool Holds(Checkpoint checkpoint, PublicKey key)
    {
        if (Header.Length != BatchHeader.SignedSize || Batches != checkpoint.Batch + 1 || !checkpoint.IsSignedBy(key))
        {
            return false;
        }

        BatchHeader header;
        try
        {
            header = BatchHeader.Read(Header.Span);
        }
        catch (LedgerFormatException)
        {
            return false;
        }

        return header.Records == Count && header.FirstRecord == Record - Index
            && MerkleTree.RootOf(MerkleTree.Leaf(Bytes.Span), Index, Count, Path) == header.Root
            && MerkleTree.RootOf(MerkleTree.Leaf(Hash.Of(Header.Span)), header.Number, Batches, TreePath) == checkpoint.Tree;
    }

    /// <summary>The whole text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"tamiz proof 1\nrecord {Record}\nleaf {Convert.ToHexStringLower(Bytes.Span)}\nindex {Index}\ncount {Count}\n");
        text.AppendJoin(' ', ["path", .. Path.Select(hash => hash.ToString())]);
        text.Append(CultureInfo.InvariantCulture, $"\nheader {Convert.ToHexStringLower(Header.Span)}\nbatches {Batches}\n");
        text.AppendJoin(' ', ["tree-path", .. TreePath.Select(hash => hash.ToString())]);
        return text.Append('\n').ToString();
    }
}
