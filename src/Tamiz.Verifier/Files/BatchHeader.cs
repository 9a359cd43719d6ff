using System.Buffers.Binary;

namespace Tamiz.Verifier.Files;

/// <summary>The 236 bytes before a payload, field by field as on the page.</summary>
internal sealed class BatchHeader(byte[] bytes)
{
    public const int Size = 236;

    /// <summary>The bytes that are hashed and signed: all but the signature.</summary>
    public const int SignedSize = 172;

    public ReadOnlySpan<byte> Signed => bytes.AsSpan(0, SignedSize);

    public bool HasMagic => bytes.AsSpan(0, 4).SequenceEqual("TZB1"u8);

    public uint StoredLength => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));

    public ulong Number => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8));

    public ulong FirstSequence => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16));

    public uint Count => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(24));

    /// <summary>When it was committed, in milliseconds since 1970.</summary>
    public long Instant => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(28));

    public ReadOnlySpan<byte> Previous => bytes.AsSpan(36, 32);

    public ReadOnlySpan<byte> Root => bytes.AsSpan(68, 32);

    public ReadOnlySpan<byte> PayloadHash => bytes.AsSpan(100, 32);

    public uint InflatedLength => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(132));

    public byte Method => bytes[136];

    public bool HasZeros => !bytes.AsSpan(137, 3).ContainsAnyExcept((byte)0);

    public ReadOnlySpan<byte> KeyId => bytes.AsSpan(140, 32);

    public ReadOnlySpan<byte> Signature => bytes.AsSpan(172, 64);

    /// <summary>The sequence after its last record; it wraps around where the header is nonsense.</summary>
    public ulong NextSequence => unchecked(FirstSequence + Count);
}
