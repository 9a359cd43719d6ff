using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Tamiz.Ledger;

/// <summary>A SHA-256 hash (FIPS 180-4): 32 bytes, written as 64 lower-case hexadecimal digits.</summary>
public readonly record struct Hash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    private readonly UInt128 _first;
    private readonly UInt128 _second;

    /// <summary>The hash whose bytes these are.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="ArgumentException">Another number of bytes.</exception>
    public Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"a hash has {Size} bytes, not {bytes.Length}", nameof(bytes));
        }

        _first = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>Whether all bytes are zeros, which stands for none.</summary>
    public bool IsZero => this == default;

    /// <summary>The hash of some bytes.</summary>
    public static Hash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return new(hash);
    }

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    /// <returns>Null where the text is anything else.</returns>
    public static Hash? TryParse(ReadOnlySpan<char> text) =>
        text.Length == 2 * Size && HexText.Read(text) is { } bytes ? new Hash(bytes) : null;

    /// <summary>Writes the 32 bytes to the beginning of a span.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, _first);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _second);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
