using System.IO.Compression;
using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>Makes the bytes of a batch; its buffers are used again from batch to batch. One thread.</summary>
internal sealed class BatchForm : IDisposable
{
    private const int WorthDeflating = 128;

    private readonly MemoryStream _bytes = new();
    private byte[] _payload = [];
    private Hash[] _leaves = [];

    /// <summary>The bytes of the batch made last: header, signature and payload.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);

    /// <summary>Makes a batch.</summary>
    /// <param name="groups">Its records.</param>
    /// <param name="last">The batch before and its hash.</param>
    /// <param name="committed">Its instant.</param>
    /// <param name="key">The key in force.</param>
    public BatchHeader Make(IReadOnlyList<RecordGroup> groups, (BatchHeader? Header, Hash Hash) last, Instant committed, SigningKey key)
    {
        var (length, records) = Gather(groups);
        var isDeflated = Store(_payload.AsSpan(0, length));
        var stored = _bytes.GetBuffer().AsSpan(BatchHeader.Size, (int)_bytes.Length - BatchHeader.Size);
        var header = new BatchHeader(
            stored.Length, last.Header is null ? 0 : last.Header.Number + 1, last.Header?.NextRecord ?? 0, records, committed, last.Hash,
            MerkleTree.Root(_leaves.AsSpan(0, records)), Hash.Of(stored), length, isDeflated, key.Id);
        var head = _bytes.GetBuffer().AsSpan(0, BatchHeader.Size);
        header.Write(head);
        key.Sign(head[..BatchHeader.SignedSize], head[BatchHeader.SignedSize..]);
        return header;
    }

    public void Dispose() => _bytes.Dispose();

    private (int Length, int Records) Gather(IReadOnlyList<RecordGroup> groups)
    {
        var (length, records) = (0, 0);
        foreach (var group in groups)
        {
            Grow(ref _payload, length + group.Payload.Length);
            Grow(ref _leaves, records + group.Count);
            group.Payload.CopyTo(_payload.AsSpan(length));
            group.Leaves.CopyTo(_leaves.AsSpan(records));
            length += group.Payload.Length;
            records += group.Count;
        }

        return (length, records);
    }

    // Leaves room for the header, and says whether the payload was deflated.
    private bool Store(ReadOnlySpan<byte> payload)
    {
        _bytes.SetLength(BatchHeader.Size);
        _bytes.Position = BatchHeader.Size;
        if (payload.Length >= WorthDeflating)
        {
            using (var deflate = new DeflateStream(_bytes, CompressionLevel.Fastest, leaveOpen: true))
            {
                deflate.Write(payload);
            }

            if (_bytes.Length - BatchHeader.Size < payload.Length)
            {
                return true;
            }

            _bytes.SetLength(BatchHeader.Size);
            _bytes.Position = BatchHeader.Size;
        }

        _bytes.Write(payload);
        return false;
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            Array.Resize(ref array, Math.Max(length, array.Length * 2));
        }
    }
}
