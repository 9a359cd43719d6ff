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
                yield return new Breakage(number, 0, "C1", $"{_length} bytes", "92 bytes at the beginning");
                yield break;
            }

            yield return new SegmentBegun(number, new SegmentHeader(head));
            if (_length == SegmentHeader.Size && !last)
            {
                yield return new Breakage(number, _length, "C1", "no batch", "at least one batch in a segment that is not the last") { IsGap = false };
            }

            for (long at = SegmentHeader.Size; at < _length;)
            {
                if (BatchAt(at) is { } batch && !MayBeTorn(batch))
                {
                    yield return batch;
                    at += BatchHeader.Size + batch.Payload.Length;
                    continue;
                }

                var next = Search(at + 1);
                yield return BreakageAt(at, followed: next != _length);
                at = Math.Min(next, _length);
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
        var fits = start.Length < 8 || BitConverter.ToUInt32(start, 4) <= LongestPayload;
        var torn = last && !followed && ((like && fits) || LacksSector(at));
        var found = like ? $"a batch of which {_length - at} bytes are left" : "0x" + Convert.ToHexString(start);
        return new Breakage(number, at, "C2", found, like ? "a complete batch" : "TZB1", torn);
    }

    // The last batch, complete in length, of whose sectors the disk did not reach one.
    private bool MayBeTorn(StoredBatch batch) => last && batch.Offset + BatchHeader.Size + batch.Payload.Length == _length
        && !HasItsPayload(batch) && LacksSector(batch.Offset);

    private bool LacksSector(long at)
    {
        const int Sector = 512;
        if (_length - at > BatchHeader.Size + LongestPayload)
        {
            return false;
        }

        for (long end; at < _length; at = end)
        {
            end = Math.Min(_length, at + Sector - (at % Sector));
            if (!ReadUpTo(at, (int)(end - at)).AsSpan().ContainsAnyExcept((byte)0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasItsPayload(StoredBatch batch) => SHA256.HashData(batch.Payload).AsSpan().SequenceEqual(batch.Header.PayloadHash);

    // Where the next batch begins whose payload has its hash; the end of the file where there is none, beyond it where that would take too long.
    private long Search(long from)
    {
        var spent = 0L;
        for (var at = from; at + BatchHeader.Size <= _length;)
        {
            if (spent >= LongestSearch)
            {
                return long.MaxValue;
            }

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
                if (HasItsPayload(batch))
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
