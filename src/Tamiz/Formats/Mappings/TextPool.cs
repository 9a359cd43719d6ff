using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Tamiz.Formats.Mappings;

/// <summary>
/// Gives short texts that come again and again as one and the same string. Two texts share a place, so that one that comes often is
/// not lost to one that comes once. One pool a thread.
/// </summary>
internal sealed class TextPool
{
    private const int MaxLength = 40;
    private readonly Entry[] _entries = new Entry[1 << 14];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > MaxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var key = Key(utf8);
        var at = (int)(Mixed(key) >> 51) << 1;
        ref var first = ref _entries[at];
        if (first.Key == key && first.Is(utf8))
        {
            return first.Text!;
        }

        ref var second = ref _entries[at + 1];
        var found = second.Key == key && second.Is(utf8) ? second : new Entry(key, utf8.Length, Encoding.UTF8.GetString(utf8));
        second = first;
        first = found;
        return found.Text!;
    }

    /// <summary>A number of a text for choosing its place in a table: of its UTF-16 units.</summary>
    public static ulong HashOf(ReadOnlySpan<char> text) => Mixed(Key(MemoryMarshal.AsBytes(text)));

    /// <summary>The bytes themselves where there are at most 8, else a hash of them.</summary>
    private static ulong Key(ReadOnlySpan<byte> bytes)
    {
        ulong key = 0;
        while (bytes.Length > 8)
        {
            key = Mixed(key ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        return key ^ Short(bytes);
    }

    private static ulong Short(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        8 => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) << ((bytes.Length - 4) * 8)),
        >= 2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes) | ((ulong)bytes[^1] << ((bytes.Length - 1) * 8)),
        1 => bytes[0],
        _ => 0,
    };

    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value *= 0x9E3779B97F4A7C15;
            return value ^ (value >> 29);
        }
    }

    private readonly record struct Entry(ulong Key, int Length, string? Text)
    {
        /// <summary>Whether this is the entry of the bytes, where its key is theirs.</summary>
        public bool Is(ReadOnlySpan<byte> utf8)
        {
            if (Length != utf8.Length || Length <= 8)
            {
                return Length == utf8.Length;
            }

            Span<char> text = stackalloc char[MaxLength];
            return text[..Encoding.UTF8.GetChars(utf8, text)].SequenceEqual(Text);
        }
    }
}
