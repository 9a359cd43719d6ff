using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Tamiz;

/// <summary>
/// Writes a state in blocks: its length in 4 bytes, its bytes, and SHA-256 over the hash before it and both. An empty block is the end, and
/// its hash speaks for all of the state. No value lies in two blocks. What was changed or cut is so never taken for a state (<see cref="StateReader"/>).
/// </summary>
internal sealed class StateWriter(Stream stream)
{
    /// <summary>Bytes of a block, at most.</summary>
    public const int BlockSize = 1 << 16;

    /// <summary>Bytes before those of a block: the hash before it, and its length.</summary>
    public const int Head = SHA256.HashSizeInBytes + sizeof(int);

    private const int LongestNumber = 10;

    private readonly byte[] _block = new byte[Head + BlockSize];
    private int _end = Head;

    /// <summary>7 bits a byte, the least significant first.</summary>
    public void Unsigned(ulong value)
    {
        Room(LongestNumber);
        for (; value >= 0x80; value >>= 7)
        {
            _block[_end++] = (byte)((value & 0x7F) | 0x80);
        }

        _block[_end++] = (byte)value;
    }

    /// <summary>2n for n ≥ 0, −2n − 1 for n &lt; 0.</summary>
    public void Signed(long value) => Unsigned(unchecked((ulong)((value << 1) ^ (value >> 63))));

    /// <summary>At least 0.</summary>
    public void Count(int value) => Unsigned((ulong)value);

    /// <summary>0 or 1.</summary>
    public void Flag(bool value) => Unsigned(value ? 1u : 0);

    /// <summary>Eight bytes, for what is spread over all its bits.</summary>
    public void Fixed(ulong value)
    {
        Room(sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(_block.AsSpan(_end), value);
        _end += sizeof(ulong);
    }

    /// <summary>The bits of a number.</summary>
    public void Real(double value) => Fixed(BitConverter.DoubleToUInt64Bits(value));

    /// <summary>A text by its UTF-16 units, well-formed or not.</summary>
    public void Text(string text)
    {
        Count(text.Length);
        foreach (var unit in text)
        {
            Unsigned(unit);
        }
    }

    /// <summary>Ends the state. Nothing may follow.</summary>
    public void End()
    {
        if (_end > Head)
        {
            WriteBlock();
        }

        WriteBlock();
    }

    private void Room(int length)
    {
        if (_end + length > _block.Length)
        {
            WriteBlock();
        }
    }

    private void WriteBlock()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt32LittleEndian(_block.AsSpan(hash.Length), _end - Head);
        SHA256.HashData(_block.AsSpan(0, _end), hash);
        stream.Write(_block.AsSpan(hash.Length, _end - hash.Length));
        stream.Write(hash);
        hash.CopyTo(_block);
        _end = Head;
    }
}
