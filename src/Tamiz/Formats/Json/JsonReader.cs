using System.Text;
using System.Text.Json;
using Tamiz.Formats.Rows;

namespace Tamiz.Formats.Json;

/// <summary>
/// Cuts a stream of JSON into declarations, in one pass and bounded memory: one a line, one after the other, in an array, or in the
/// array declarations of an object. What cannot be followed comes as one row with a problem; nothing is passed over.
/// </summary>
public sealed class JsonReader
{
    /// <summary>The longest declaration, in bytes.</summary>
    public const int MaxDeclaration = 16 << 20;

    // Small enough that a chunk stays out of the large object heap, whose every growth costs a full collection.
    private const int Chunk = 48 << 10;
    private const int Beginning = 256 << 10;
    private const int MaxTail = 1 << 20;
    private const int MaxKept = 64 << 10;

    private readonly Stream _stream;
    private readonly string _file;
    private List<RawRow> _found = [];
    private JsonLayout? _layout;
    private Awaited _awaited = Awaited.First;
    private byte[] _carry = [];
    private long _offset;
    private long _line = 1;
    private int _column = 1;
    private int _counted;
    private bool _skipsLine;
    private bool _ended;
    private bool _done;

    /// <summary>A reader of a stream from where it stands.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="file">The file's name, for diagnostics.</param>
    public JsonReader(Stream stream, string file)
    {
        _stream = stream;
        _file = file;
    }

    private enum Awaited
    {
        First,
        Next,
        Comma,
        Tail,
    }

    /// <summary>Bytes read from the stream.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The next declarations: those that end within about 48 KiB; null at the end of the stream.</summary>
    public JsonChunk? Read()
    {
        while (!_done)
        {
            var bytes = Fill(_layout is null ? Beginning : Math.Max(Chunk, Math.Min(_carry.Length * 2, MaxDeclaration + Chunk)), out var length);
            _found = [];
            var start = _layout is null ? Begin(bytes, length) : 0;
            var consumed = _done ? length : _layout == JsonLayout.Lines ? CutLines(bytes, length, start) : CutStructure(bytes, length, start);
            _done |= _ended && consumed == length;
            Count(bytes, consumed);
            _counted = 0;
            _offset += consumed;
            _carry = bytes.AsSpan(consumed, length - consumed).ToArray();
            if (_found.Count > 0)
            {
                return new JsonChunk(bytes, _found);
            }
        }

        return null;
    }

    private byte[] Fill(int size, out int length)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(size);
        _carry.CopyTo(bytes, 0);
        var read = _stream.ReadAtLeast(bytes.AsSpan(_carry.Length), size - _carry.Length, throwOnEndOfStream: false);
        length = _carry.Length + read;
        _ended = length < size;
        BytesRead += read;
        return bytes;
    }

    private int Begin(byte[] bytes, int length)
    {
        var mark = bytes.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
        _counted = mark;
        if (JsonLayouts.Find(bytes.AsSpan(mark, length - mark), _ended) is not { } found)
        {
            _layout = JsonLayout.Sequence;
            return Refuse(JsonDiagnostics.NotJson, bytes, mark, length);
        }

        _layout = found.Layout;
        return mark + found.Start;
    }

    /// <summary>Cuts the lines that end within the bytes; returns how many bytes they take.</summary>
    private int CutLines(byte[] bytes, int length, int start)
    {
        var position = start;
        while (position < length)
        {
            var at = bytes.AsSpan(position, length - position).IndexOf((byte)'\n');
            if (at < 0 && !_ended && (_skipsLine || length - position <= MaxDeclaration))
            {
                return _skipsLine ? length : position;
            }

            var end = at < 0 ? length : position + at;
            if (!_skipsLine)
            {
                AddLine(bytes, position, end);
            }

            _skipsLine = at < 0;
            position = end + 1;
        }

        return Math.Min(position, length);
    }

    private void AddLine(byte[] bytes, int start, int end)
    {
        var line = bytes.AsSpan(start, end - start);
        var blank = line.IndexOfAnyExcept(" \t\r"u8);
        if (blank >= 0)
        {
            var last = line.LastIndexOfAnyExcept(" \t\r"u8);
            Add(bytes, start + blank, last + 1 - blank, last + 1 - blank > MaxDeclaration ? JsonDiagnostics.TooLong : null);
        }
    }

    /// <summary>Cuts the declarations that end within the bytes by their brackets; returns how many bytes they take.</summary>
    private int CutStructure(byte[] bytes, int length, int start)
    {
        var position = start;
        while (_awaited != Awaited.Tail)
        {
            var blanks = bytes.AsSpan(position, length - position).IndexOfAnyExcept(" \t\r\n"u8);
            if (blanks < 0)
            {
                return _ended && _layout != JsonLayout.Sequence ? Refuse(JsonDiagnostics.RestRefused, bytes, length, length) : length;
            }

            position += blanks;
            if (_layout != JsonLayout.Sequence && bytes[position] == ']' && _awaited != Awaited.Next)
            {
                (_awaited, position) = (Awaited.Tail, position + 1);
            }
            else if (_layout != JsonLayout.Sequence && _awaited == Awaited.Comma)
            {
                if (bytes[position] != ',')
                {
                    return Refuse(JsonDiagnostics.RestRefused, bytes, position, length);
                }

                (_awaited, position) = (Awaited.Next, position + 1);
            }
            else if (!TryCutValue(bytes, length, ref position))
            {
                return position;
            }
        }

        return CutTail(bytes, position, length);
    }

    /// <summary>Cuts a value; false where it does not end within the bytes, or cannot be followed.</summary>
    private bool TryCutValue(byte[] bytes, int length, ref int position)
    {
        var isValue = _layout == JsonLayout.Sequence ? bytes[position] == '{' : bytes[position] is not ((byte)',' or (byte)']' or (byte)'}' or (byte)':');
        var extent = isValue ? JsonExtent.Of(bytes.AsSpan(position, length - position)) : JsonExtent.Unfollowable;
        if (extent >= 0)
        {
            Add(bytes, position, extent, extent > MaxDeclaration ? JsonDiagnostics.TooLong : null);
            (_awaited, position) = (Awaited.Comma, position + extent);
            return true;
        }

        var isTooLong = extent == JsonExtent.Unfinished && length - position > MaxDeclaration;
        if (extent == JsonExtent.Unfollowable || _ended || isTooLong)
        {
            position = Refuse(isTooLong ? JsonDiagnostics.TooLong : JsonDiagnostics.RestRefused, bytes, position, length);
        }

        return false;
    }

    /// <summary>What follows the array: nothing, or other members of the object.</summary>
    private int CutTail(byte[] bytes, int start, int length)
    {
        if (!_ended && length - start <= MaxTail)
        {
            return start;
        }

        return _ended && IsTail(bytes.AsSpan(start, length - start)) ? length : Refuse(JsonDiagnostics.RestRefused, bytes, start, length);
    }

    private bool IsTail(ReadOnlySpan<byte> tail)
    {
        byte[] whole = [.. _layout == JsonLayout.Array ? "[]"u8 : "{\"declarations\":[]"u8, .. tail];
        var reader = new Utf8JsonReader(whole);
        var members = 0;
        try
        {
            while (reader.Read())
            {
                var isMember = reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(JsonLayouts.MemberName);
                members += isMember ? 1 : 0;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return members <= 1;
    }

    /// <summary>Refuses everything from a place on.</summary>
    private int Refuse(DiagnosticRule rule, byte[] bytes, int start, int length)
    {
        Add(bytes, start, length - start, rule);
        _done = true;
        return length;
    }

    private void Add(byte[] bytes, int start, int length, DiagnosticRule? problem)
    {
        Count(bytes, start);
        var origin = new RowOrigin(_offset + start, _column);
        if (problem is not null)
        {
            length = Math.Min(length, MaxKept);
            var shown = Encoding.UTF8.GetString(bytes.AsSpan(start, Math.Min(length, 80)));
            origin = origin with { Problem = problem.At(new Place(_file, _line, _column), shown) };
        }

        _found.Add(new RawRow(_line, start, length, 0, 0, false, origin));
    }

    /// <summary>Moves line and column on to a byte.</summary>
    private void Count(byte[] bytes, int to)
    {
        var between = bytes.AsSpan(_counted, to - _counted);
        var lineEnd = between.LastIndexOf((byte)'\n');
        _line += lineEnd < 0 ? 0 : between.Count((byte)'\n');
        _column = lineEnd < 0 ? (int)Math.Min((long)_column + between.Length, int.MaxValue) : between.Length - lineEnd;
        _counted = to;
    }
}
