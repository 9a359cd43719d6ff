using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Tamiz;

/// <summary>
/// Reads a state that a <see cref="StateWriter"/> wrote, a block at a time, each after its hash was found right; takes no byte beyond its
/// end. Each method throws an <see cref="InvalidDataException"/> where the state was changed, was cut, or is another one.
/// </summary>
internal sealed class StateReader(Stream stream)
{
    private const int LastShift = 63;

    private readonly byte[] _block = new byte[StateWriter.Head + StateWriter.BlockSize + SHA256.HashSizeInBytes];
    private int _at = StateWriter.Head;
    private int _end = StateWriter.Head;

    public ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift <= LastShift; shift += 7)
        {
            var part = Next();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        return Refuse<ulong>("a number is too long");
    }

    public long Signed()
    {
        var folded = Unsigned();
        return unchecked((long)(folded >> 1) ^ -(long)(folded & 1));
    }

    public int Count() => Unsigned() is var value && value <= int.MaxValue ? (int)value : Refuse<int>("a count is too high");

    public bool Flag() => Unsigned() != 0;

    public ulong Fixed()
    {
        if (_at == _end)
        {
            ReadBlock();
        }

        if (_end - _at < sizeof(ulong))
        {
            Refuse<int>("it ends too early");
        }

        _at += sizeof(ulong);
        return BinaryPrimitives.ReadUInt64LittleEndian(_block.AsSpan(_at - sizeof(ulong)));
    }

    public double Real() => BitConverter.UInt64BitsToDouble(Fixed());

    public string Text() => string.Create(Count(), this, static (text, reader) =>
    {
        foreach (ref var unit in text)
        {
            unit = (char)(reader.Unsigned() & char.MaxValue);
        }
    });

    /// <summary>Reads the end.</summary>
    public void End()
    {
        if (_at != _end)
        {
            Refuse<int>("bytes are left over");
        }

        ReadBlock();
        if (_at != _end)
        {
            Refuse<int>("blocks are left over");
        }
    }

    private byte Next()
    {
        if (_at == _end)
        {
            ReadBlock();
            if (_at == _end)
            {
                Refuse<int>("it ends too early");
            }
        }

        return _block[_at++];
    }

    private void ReadBlock()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Fill(_block.AsSpan(hash.Length, sizeof(int)));
        var length = BinaryPrimitives.ReadInt32LittleEndian(_block.AsSpan(hash.Length));
        if (length is < 0 or > StateWriter.BlockSize)
        {
            Refuse<int>("a block has no such length");
        }

        (_at, _end) = (StateWriter.Head, StateWriter.Head + length);
        Fill(_block.AsSpan(_at, length + hash.Length));
        SHA256.HashData(_block.AsSpan(0, _end), hash);
        if (!hash.SequenceEqual(_block.AsSpan(_end, hash.Length)))
        {
            Refuse<int>("a block has another hash");
        }

        hash.CopyTo(_block);
    }

    private void Fill(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            Refuse<int>("it was cut");
        }
    }

    [DoesNotReturn]
    private static T Refuse<T>(string reason) => throw new InvalidDataException(reason);
}
