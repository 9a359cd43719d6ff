using System.Globalization;
using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>
/// Carries the batches of a ledger in segment files. The log asks no more of its carrier than this: append these bytes as the next batch,
/// durably; read a batch; cut off what follows the last whole one.
/// </summary>
internal sealed class SegmentStore : IDisposable
{
    private const string Suffix = ".tzl";
    private const int OffsetBits = 32;

    private readonly ILedgerDisk _disk;
    private readonly long _roll;
    private readonly List<ILedgerFile> _files = [];
    private readonly List<SegmentHeader> _headers = [];
    private readonly List<long> _ends = [];
    private readonly List<long> _places = [];
    private readonly Lock _gate = new();

    /// <summary>Opens the segments that are there.</summary>
    /// <exception cref="LedgerException">One is missing or does not begin as it must (TZ1603), or there is none (TZ1608).</exception>
    public SegmentStore(ILedgerDisk disk, long roll)
    {
        (_disk, _roll) = (disk, roll);
        var names = disk.List().Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).ToList();
        if (names.Count == 0)
        {
            throw new LedgerException(LedgerDiagnostics.NoLedger.At(new Place(disk.Where), ""));
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] != NameOf(i + 1))
            {
                throw new LedgerException(LedgerDiagnostics.DamagedSegment.At(new Place(names[i]), names[i], NameOf(i + 1)));
            }

            _files.Add(disk.Open(names[i]));
            _headers.Add(ReadHeader(i));
            _ends.Add(_files[i].Length);
        }
    }

    /// <summary>Headers of the segments, in order.</summary>
    public IReadOnlyList<SegmentHeader> Headers => _headers;

    public static string NameOf(int segment) => segment.ToString("D8", CultureInfo.InvariantCulture) + Suffix;

    /// <summary>All batches that were there at opening, from one on. One that is not whole ends its segment.</summary>
    /// <param name="from">Where the first one lies; null for the ledger's first.</param>
    public IEnumerable<StoredBatch> Scan(StoredBatch? from = null) => Places(from).Select(one => one.Header is { } header
        ? Whole(one.Place, header)
        : one.Place);

    /// <summary>Where all batches lie that were there at opening, with their headers and without what they hold; no header for one that is not whole, which ends its segment.</summary>
    /// <param name="from">Where the first one lies; null for the ledger's first.</param>
    public IEnumerable<(StoredBatch Place, BatchHeader? Header)> Places(StoredBatch? from = null)
    {
        for (var segment = from?.Segment ?? 1; segment <= _ends.Count; segment++)
        {
            for (long offset = segment == from?.Segment ? from.Value.Offset : SegmentHeader.Size, end = _ends[segment - 1]; offset < end;)
            {
                var header = HeaderAt(segment, offset, end);
                yield return (new(segment, offset, default), header);
                if (header is null)
                {
                    break;
                }

                offset += BatchHeader.Size + header.StoredLength;
            }
        }
    }

    /// <summary>A batch with what it holds.</summary>
    public StoredBatch Whole(StoredBatch place, BatchHeader header)
    {
        var bytes = new byte[BatchHeader.Size + header.StoredLength];
        return place with { Bytes = _files[place.Segment - 1].Read(place.Offset, bytes) == bytes.Length ? bytes : default };
    }

    /// <summary>Remembers where the next batch lies.</summary>
    public void Add(StoredBatch batch)
    {
        lock (_gate)
        {
            _places.Add(((long)batch.Segment << OffsetBits) | batch.Offset);
        }
    }

    /// <summary>A batch that was added or appended.</summary>
    public StoredBatch Read(long batch)
    {
        long place;
        ILedgerFile file;
        lock (_gate)
        {
            place = _places[(int)batch];
            file = _files[(int)(place >> OffsetBits) - 1];
        }

        var stored = new StoredBatch((int)(place >> OffsetBits), place & uint.MaxValue, default);
        return HeaderAt(stored.Segment, stored.Offset, file.Length) is { } header ? Whole(stored, header) : stored;
    }

    /// <summary>The bytes from a place to the segment's end at opening; null where they are more than a batch can have.</summary>
    public byte[]? Rest(int segment, long offset)
    {
        var length = _ends[segment - 1] - offset;
        if (length > BatchHeader.Size + LedgerLimits.Payload)
        {
            return null;
        }

        var rest = new byte[length];
        _files[segment - 1].Read(offset, rest);
        return rest;
    }

    /// <summary>Cuts off what follows a place in the last segment.</summary>
    public void Cut(long offset)
    {
        _files[^1].Truncate(offset);
        _files[^1].Flush();
    }

    /// <summary>Appends a batch and returns once it outlasts a power cut. Where that fails, what was written of it is cut off again if the disk lets it.</summary>
    public void Append(BatchHeader header, ReadOnlySpan<byte> bytes)
    {
        if (_files[^1].Length >= _roll)
        {
            Roll(header);
        }

        var file = _files[^1];
        var offset = file.Length;
        try
        {
            file.Write(offset, bytes);
            file.Flush();
        }
        catch (IOException failure)
        {
            TakeBack(file, offset, failure);
            throw;
        }

        Add(new(_files.Count, offset, default));
    }

    public void Dispose() => _files.ForEach(file => file.Dispose());

    private static void TakeBack(ILedgerFile file, long offset, IOException failure)
    {
        try
        {
            file.Truncate(offset);
            file.Flush();
        }
        catch (IOException second)
        {
            throw new IOException($"{failure.Message}; what was written could not be cut off: {second.Message}", failure);
        }
    }

    private void Roll(BatchHeader header)
    {
        var segment = new SegmentHeader(_headers[0].Ledger, _files.Count + 1, header.Number, header.FirstRecord, header.Previous);
        _disk.Create(NameOf(segment.Number), segment.ToBytes());
        var file = _disk.Open(NameOf(segment.Number));
        lock (_gate)
        {
            _files.Add(file);
            _headers.Add(segment);
        }
    }

    private SegmentHeader ReadHeader(int index)
    {
        var bytes = new byte[SegmentHeader.Size];
        try
        {
            return SegmentHeader.Read(bytes.AsSpan(0, _files[index].Read(0, bytes)));
        }
        catch (LedgerFormatException problem)
        {
            throw new LedgerException(LedgerDiagnostics.DamagedSegment.At(new Place(NameOf(index + 1)), problem.Message), problem);
        }
    }

    private BatchHeader? HeaderAt(int segment, long offset, long end)
    {
        Span<byte> head = stackalloc byte[BatchHeader.SignedSize];
        return end - offset >= BatchHeader.Size && _files[segment - 1].Read(offset, head) == head.Length && TryRead(head) is { } header
            && end - offset - BatchHeader.Size >= header.StoredLength ? header : null;
    }

    private static BatchHeader? TryRead(ReadOnlySpan<byte> head)
    {
        try
        {
            return BatchHeader.Read(head);
        }
        catch (LedgerFormatException)
        {
            return null;
        }
    }
}
