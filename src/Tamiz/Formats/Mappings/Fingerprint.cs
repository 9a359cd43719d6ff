using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Formats.Mappings;

/// <summary>First 16 bytes of SHA-256, of values one after the other. Not for several threads.</summary>
internal sealed class Fingerprint
{
    private const int NumberSize = 18;
    private byte[] _input = new byte[1024];
    private int _length;

    /// <summary>Forgets the values added.</summary>
    public void Begin() => _length = 0;

    /// <summary>Adds that there is no value.</summary>
    public void AddMissing() => Room(1)[0] = (byte)Mark.Missing;

    /// <summary>Adds a text without a NUL.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        var room = Room(text.Length + 2);
        room[0] = (byte)Mark.Text;
        text.CopyTo(room[1..]);
        room[^1] = 0;
    }

    /// <summary>Adds a number; its decimals do not matter where they are noughts.</summary>
    public void Add(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (value.Scale > 0 && ((bits[1] | bits[2]) != 0 || unchecked((uint)bits[0]) % 10 == 0))
        {
            decimal.GetBits(NumberReader.WithoutZeros(value), bits);
        }

        var room = Room(NumberSize);
        room[0] = (byte)Mark.Number;
        room[1] = value == 0 ? (byte)0 : unchecked((byte)(bits[3] >> 31));
        for (var i = 0; i < bits.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(room[(2 + (4 * i))..], i == 3 ? bits[i] & int.MaxValue : bits[i]);
        }
    }

    /// <summary>Adds a whole number.</summary>
    public void Add(long value)
    {
        var room = Room(9);
        room[0] = (byte)Mark.Whole;
        BinaryPrimitives.WriteInt64LittleEndian(room[1..], value);
    }

    /// <summary>Of the values added.</summary>
    public UInt128 OfAdded() => Of(_input.AsSpan(0, _length));

    /// <summary>Of a text in UTF-8. Forgets the values added.</summary>
    public UInt128 Of(string text)
    {
        _length = 0;
        var needed = Encoding.UTF8.GetMaxByteCount(text.Length);
        var room = Room(needed);
        return Of(room[..Encoding.UTF8.GetBytes(text, room)]);
    }

    private Span<byte> Room(int needed)
    {
        if (_input.Length < _length + needed)
        {
            Array.Resize(ref _input, Math.Max(_input.Length * 2, _length + needed));
        }

        _length += needed;
        return _input.AsSpan(_length - needed, needed);
    }

    private static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    private enum Mark : byte
    {
        Missing,
        Text,
        Number,
        Whole,
    }
}
