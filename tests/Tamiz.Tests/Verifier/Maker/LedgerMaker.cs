using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Tests.Verifier.Maker;

/// <summary>Makes the files of a ledger, straight from the page; shares no code with the verifier or the product's writer.</summary>
internal sealed class LedgerMaker(byte[] id, ECDsa key)
{
    private readonly List<(byte[] Bytes, BatchDraft Draft, ulong Next)> _batches = [];

    /// <summary>Bends a batch before it is signed.</summary>
    public Action<BatchDraft>? Bend { get; init; }

    public ECDsa Key { get; set; } = key;

    public int Count => _batches.Count;

    /// <summary>Signs a batch; returns its hash.</summary>
    public byte[] Commit(long instant, IReadOnlyList<byte[]> records)
    {
        var payload = new FieldWriter();
        foreach (var record in records)
        {
            payload.Bytes(record);
        }

        var draft = new BatchDraft
        {
            Number = (ulong)Count,
            FirstSequence = Count == 0 ? 0 : _batches[^1].Next,
            Count = (uint)records.Count,
            Instant = instant,
            Previous = Count == 0 ? new byte[32] : _batches[^1].Draft.Hash,
            Root = Root([.. records.Select(Leaf)]),
            Key = Key,
        };
        draft.Store(payload.ToArray());
        Bend?.Invoke(draft);
        _batches.Add((draft.Sign(), draft, unchecked(draft.FirstSequence + draft.Count)));
        return draft.Hash;
    }

    public byte[] HashOf(int batch) => _batches[batch].Draft.Hash;

    /// <summary>The tree of the ledger over batches 0 to this one.</summary>
    public byte[] Tree(int batch) => Root([.. _batches.Take(batch + 1).Select(one => Leaf(one.Draft.Hash))]);

    /// <summary>The text of a checkpoint over batches 0 to this one.</summary>
    public byte[] Checkpoint(int batch)
    {
        var (_, draft, next) = _batches[batch];
        var text = $"tamiz checkpoint 1\nledger {Hex(id)}\nbatch {batch}\nrecords {next}\ninstant {draft.Instant}\nhash {Hex(draft.Hash)}\ntree {Hex(Tree(batch))}\n"
            + $"key {Hex(SHA256.HashData(draft.Key.ExportSubjectPublicKeyInfo()))}\n";
        var signature = draft.Key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return Encoding.UTF8.GetBytes(text + $"signature {Hex(signature)}\n");
    }

    /// <summary>The segments, with so many batches each, and where each batch lies.</summary>
    public LedgerFiles ToFiles(int perSegment)
    {
        var files = new LedgerFiles();
        for (var first = 0; first < Count; first += perSegment)
        {
            var name = $"ledger/{(first / perSegment) + 1:D8}.tzl";
            var segment = new MemoryStream();
            segment.Write(SegmentHeader(first, (first / perSegment) + 1));
            for (var batch = first; batch < Math.Min(Count, first + perSegment); batch++)
            {
                files.Batches.Add((name, (int)segment.Position, _batches[batch].Bytes.Length));
                segment.Write(_batches[batch].Bytes);
            }

            files[name] = segment.ToArray();
        }

        return files;
    }

    private byte[] SegmentHeader(int batch, int number)
    {
        var bytes = new byte[92];
        "TAMIZLG1"u8.CopyTo(bytes);
        id.CopyTo(bytes, 8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(24), (uint)number);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(28), (ulong)batch);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(36), _batches[batch].Draft.FirstSequence);
        _batches[batch].Draft.Previous.CopyTo(bytes, 44);
        return bytes;
    }

    public static byte[] Leaf(byte[] data) => SHA256.HashData([0, .. data]);

    // RFC 6962, section 2.1, word for word.
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var k = 1;
        while (2 * k < leaves.Length)
        {
            k *= 2;
        }

        return SHA256.HashData([1, .. Root(leaves[..k]), .. Root(leaves[k..])]);
    }

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
