using System.Security.Cryptography;

namespace Tamiz.Verifier.Files;

/// <summary>Cuts a segment into batches.</summary>
/// <param name="stream">The file; closed at the end.</param>
/// <param name="number">The segment's number.</param>
/// <param name="last">Whether it is the last one, which may end in an incomplete batch.</param>
internal sealed class SegmentReader(FileStream stream, int number, bool last)
{
    /// <summary>No payload is longer, as stored or inflated.</summary>
    public const int LongestPayload = 64 << 20;

    // Whoever plants beginnings of batches cannot make the search for the next real one endless.
    private const long LongestSearch = 1L << 30;

    private readonly long _length = stream.Length;

    /// <summary>The segment's beginning, its batches, and what is neither.</summary>
    public IEnumerable<LedgerPart> Read()
    {
        using (stream)
        {
            var head = new byte[SegmentHeader.Size];
            if (!TryRead(0, head))
            {
                var torn = last && "TAMIZLG1"u8.StartsWith(ReadUpTo(0, 8));
                yield return new Breakage(number, 0, "C1", $"{_length} bytes", "92 bytes at the beginning", torn);
                yield break;
            }

            yield return new SegmentBegun(number, new SegmentHeader(head));
            if (_length == SegmentHeader.Size && !last)
            {
                yield return new Breakage(number, _length, "C1", "no batch", "at least one batch in a segment that is not the last");
            }

            for (long at = SegmentHeader.Size; at < _length;)
            {
                if (BatchAt(at) is { } batch)
                {
                    yield return batch;
                    at += BatchHeader.Size + batch.Payload.Length;
                    continue;
                }

                var next = Search(at + 1);
                yield return BreakageAt(at, followed: next < _length);
                at = next;
            }
        }
    }

    // Complete in length; null where it is not, or does not begin like a batch.
    private StoredBatch? BatchAt(long at)
    {
        var head = new byte[BatchHeader.Size];
        if (!TryRead(at, head))
        {
            return null;
        }

        var header = new BatchHeader(head);
        if (!header.HasMagic || header.StoredLength > LongestPayload || header.StoredLength > _length - at - BatchHeader.Size)
        {
            return null;
        }

        var payload = GC.AllocateUninitializedArray<byte>((int)header.StoredLength);
        return TryRead(at + BatchHeader.Size, payload) ? new StoredBatch(number, at, header, payload) : null;
    }

    private Breakage BreakageAt(long at, bool followed)
    {
        var start = ReadUpTo(at, 8);
        var like = "TZB1"u8.StartsWith(start.AsSpan(0, Math.Min(4, start.Length)));
        var found = !like ? "0x" + Convert.ToHexString(start)
            : start.Length == 8 && BitConverter.ToUInt32(start, 4) is var stored && stored > LongestPayload ? $"a payload of {stored} bytes"
            : $"an incomplete batch of {_length - at} bytes";
        var torn = last && !followed && found.StartsWith("an incomplete", StringComparison.Ordinal);
        return new Breakage(number, at, "C2", found, like ? "a complete batch" : "TZB1", torn);
    }

    // Where the next batch begins whose payload has its hash; the end of the file where there is none.
    private long Search(long from)
    {
        var spent = 0L;
        for (var at = from; at + BatchHeader.Size <= _length && spent < LongestSearch;)
        {
            var read = ReadUpTo(at, 1 << 16);
            spent += read.Length;
            var found = read.AsSpan().IndexOf("TZB1"u8);
            if (found < 0)
            {
                at += Math.Max(1, read.Length - 3);
                continue;
            }

            at += found;
            if (BatchAt(at) is { } batch)
            {
                spent += batch.Payload.Length;
                if (batch.Header.HasZeros && SHA256.HashData(batch.Payload).AsSpan().SequenceEqual(batch.Header.PayloadHash))
                {
                    return at;
                }
            }

            at++;
        }

        return _length;
    }

    private byte[] ReadUpTo(long at, int count)
    {
        var bytes = new byte[(int)Math.Min(count, Math.Max(0, _length - at))];
        return TryRead(at, bytes) ? bytes : [];
    }

    private bool TryRead(long at, Span<byte> into)
    {
        if (into.Length > _length - at)
        {
            return false;
        }

        try
        {
            stream.Position = at;
            return stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == into.Length;
        }
        catch (IOException)
        {
            // What the disk does not give is missing.
            return false;
        }
    }
}
