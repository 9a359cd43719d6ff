using System.Buffers;
using Tamiz.Formats.Rows;

namespace Tamiz.Formats.Csv;

/// <summary>
/// Cuts a stream into rows and fields after RFC 4180, in one pass and bounded memory. Line ends are LF, CR LF, or CR where the
/// file begins so. A row longer than <see cref="MaxRow"/> is cut at its first line end and marked.
/// </summary>
public sealed class CsvReader
{
    /// <summary>The longest row, in bytes.</summary>
    public const int MaxRow = 1 << 20;

    // Small enough that a batch and its fields stay out of the large object heap, whose every growth costs a full collection.
    private const int Chunk = 24 << 10;

    private readonly Stream _stream;
    private readonly byte _delimiter;
    private readonly byte _quote;
    private readonly SearchValues<byte> _stops;
    private byte[] _carry = [];
    private byte _lineEnd = (byte)'\n';
    private long _line = 1;
    private int _fieldsExpected = 256;
    private bool _begun;
    private bool _ended;

    /// <summary>A reader of a stream from where it stands.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="delimiter">An ASCII character.</param>
    /// <param name="quote">An ASCII character.</param>
    public CsvReader(Stream stream, char delimiter = ',', char quote = '"')
    {
        _stream = stream;
        _delimiter = (byte)delimiter;
        _quote = (byte)quote;
        _stops = SearchValues.Create([_delimiter, (byte)'\n', (byte)'\r']);
    }

    /// <summary>Bytes read from the stream.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The next rows: those that end within about 24 KiB; null at the end of the stream. Blank lines are passed over.</summary>
    /// <param name="spent">A batch of which rows and fields are no longer used: their room is used again, its bytes are left as they are.</param>
    public RawBatch? Read(RawBatch? spent = null)
    {
        while (!_ended)
        {
            var bytes = Fill(Math.Max(Chunk, _carry.Length * 2), out var length);
            var batch = spent ?? new RawBatch(bytes, _fieldsExpected);
            batch.Begin(bytes);
            var consumed = Cut(batch, length);
            _carry = bytes.AsSpan(consumed, length - consumed).ToArray();
            _fieldsExpected = batch.Fields.Count + 64;
            if (batch.Rows.Count > 0)
            {
                return batch;
            }
        }

        return null;
    }

    /// <summary>Cuts rows that were cut before, from their bytes.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="delimiter">As when they were cut first.</param>
    /// <param name="quote">As when they were cut first.</param>
    public static RawBatch Recut(IReadOnlyList<KeptRow> rows, char delimiter, char quote = '"')
    {
        var batch = new RawBatch(new byte[rows.Sum(row => row.Raw.Length)]);
        var reader = new CsvReader(Stream.Null, delimiter, quote) { _ended = true, _begun = true };
        var start = 0;
        foreach (var (line, raw, tooLong, origin) in rows)
        {
            raw.CopyTo(batch.Bytes, start);
            var firstField = batch.Fields.Count;
            if (tooLong || reader.CutRow(batch, start, start + raw.Length, out _) < 0)
            {
                batch.Fields.RemoveRange(firstField, batch.Fields.Count - firstField);
                batch.Fields.Add(new RawField(start, raw.Length, RawKind.Broken));
            }

            batch.Rows.Add(new RawRow(line, start, raw.Length, firstField, batch.Fields.Count - firstField, tooLong, origin));
            start += raw.Length;
        }

        return batch;
    }

    private byte[] Fill(int size, out int length)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(size);
        _carry.CopyTo(bytes, 0);
        length = _carry.Length;
        while (length < size)
        {
            var read = _stream.Read(bytes, length, size - length);
            if (read == 0)
            {
                _ended = true;
                break;
            }

            BytesRead += read;
            length += read;
        }

        return bytes;
    }

    /// <summary>Cuts all rows that end within the bytes; returns how many bytes they take.</summary>
    private int Cut(RawBatch batch, int length)
    {
        var position = _begun ? 0 : Begin(batch.Bytes.AsSpan(0, length));
        while (position < length)
        {
            var firstField = batch.Fields.Count;
            var end = CutRow(batch, position, length, out var lines);
            var tooLong = false;
            if (end < 0 || end - position > MaxRow)
            {
                batch.Fields.RemoveRange(firstField, batch.Fields.Count - firstField);
                if (end < 0 && length - position <= MaxRow && !_ended)
                {
                    return position;
                }

                (end, tooLong, lines) = (ResumeAfterLine(batch, position, length), true, 1);
            }

            AddRow(batch, position, end, firstField, tooLong);
            _line += lines;
            position = end + 1;
        }

        return Math.Min(position, length);
    }

    private void AddRow(RawBatch batch, int start, int end, int firstField, bool tooLong)
    {
        var last = end > start && _lineEnd == '\n' && end <= batch.Bytes.Length && batch.Bytes[end - 1] == '\r' ? end - 1 : end;
        if (last > start)
        {
            batch.Rows.Add(new RawRow(_line, start, last - start, firstField, batch.Fields.Count - firstField, tooLong));
        }
        else
        {
            batch.Fields.RemoveRange(firstField, batch.Fields.Count - firstField);
        }
    }

    private int ResumeAfterLine(RawBatch batch, int start, int length)
    {
        var at = batch.Bytes.AsSpan(start, length - start).IndexOf(_lineEnd);
        var end = at < 0 ? length : start + at;
        batch.Fields.Add(new RawField(start, end - start, RawKind.Broken));
        return end;
    }

    private int Begin(ReadOnlySpan<byte> bytes)
    {
        _begun = true;
        var window = bytes[..Math.Min(bytes.Length, 64 << 10)];
        if (!window.Contains((byte)'\n') && window.Contains((byte)'\r'))
        {
            _lineEnd = (byte)'\r';
        }

        return bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
    }

    /// <summary>Adds the fields of the row at <paramref name="start"/>; returns the index of its line end, or -1 where it does not end here.</summary>
    private int CutRow(RawBatch batch, int start, int length, out int lines)
    {
        lines = 1;
        var bytes = batch.Bytes;
        var position = start;
        while (true)
        {
            var end = position < length && bytes[position] == _quote
                ? CutQuoted(batch, position, length, ref lines)
                : CutPlain(batch, position, length);
            if (end < 0)
            {
                return -1;
            }

            if (end == length || bytes[end] == _lineEnd)
            {
                return end;
            }

            position = end + 1;
        }
    }

    private int CutPlain(RawBatch batch, int start, int length)
    {
        var position = start;
        while (true)
        {
            var at = batch.Bytes.AsSpan(position, length - position).IndexOfAny(_stops);
            if (at < 0)
            {
                return EndOfStream(batch, start, length, RawKind.Plain);
            }

            position += at;
            var stop = batch.Bytes[position];
            if (stop == _delimiter || stop == _lineEnd)
            {
                break;
            }

            position++;
        }

        var last = position > start && _lineEnd == '\n' && batch.Bytes[position] == '\n' && batch.Bytes[position - 1] == '\r' ? position - 1 : position;
        batch.Fields.Add(new RawField(start, last - start, RawKind.Plain));
        return position;
    }

    private int CutQuoted(RawBatch batch, int start, int length, ref int lines)
    {
        var bytes = batch.Bytes;
        var kind = RawKind.Quoted;
        var position = start + 1;
        while (true)
        {
            var at = bytes.AsSpan(position, length - position).IndexOf(_quote);
            if (at < 0)
            {
                return -1;
            }

            lines += bytes.AsSpan(position, at).Count(_lineEnd);
            position += at;
            if (position + 1 == length)
            {
                return _ended ? CloseAtEnd(batch, start, position, kind) : -1;
            }

            if (bytes[position + 1] != _quote)
            {
                return CloseQuoted(batch, start, position, length, kind);
            }

            kind = RawKind.Escaped;
            position += 2;
        }
    }

    private static int CloseAtEnd(RawBatch batch, int start, int closing, RawKind kind)
    {
        batch.Fields.Add(new RawField(start + 1, closing - start - 1, kind));
        return closing + 1;
    }

    /// <summary>The field closes at the quote; what follows has to be a delimiter or a line end, else the field is broken up to there.</summary>
    private int CloseQuoted(RawBatch batch, int start, int closing, int length, RawKind kind)
    {
        var at = batch.Bytes.AsSpan(closing + 1, length - closing - 1).IndexOfAny(_delimiter, _lineEnd);
        if (at < 0 && !_ended)
        {
            return -1;
        }

        var end = at < 0 ? length : closing + 1 + at;
        var between = batch.Bytes.AsSpan(closing + 1, end - closing - 1);
        if (between.Length > 0 && !between.SequenceEqual("\r"u8))
        {
            batch.Fields.Add(new RawField(start, end - start, RawKind.Broken));
        }
        else
        {
            batch.Fields.Add(new RawField(start + 1, closing - start - 1, kind));
        }

        return end;
    }

    private int EndOfStream(RawBatch batch, int start, int length, RawKind kind)
    {
        if (!_ended)
        {
            return -1;
        }

        var last = length > start && _lineEnd == '\n' && batch.Bytes[length - 1] == '\r' ? length - 1 : length;
        batch.Fields.Add(new RawField(start, last - start, kind));
        return length;
    }
}
