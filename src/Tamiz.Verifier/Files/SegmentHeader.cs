using System.Buffers.Binary;

namespace Tamiz.Verifier.Files;

/// <summary>The 92 bytes with which a segment begins, field by field as on the page.</summary>
internal sealed class SegmentHeader(byte[] bytes)
{
    public const int Size = 92;

    public bool HasMagic => bytes.AsSpan(0, 8).SequenceEqual("TAMIZLG1"u8);

    public ReadOnlySpan<byte> Ledger => bytes.AsSpan(8, 16);

    public uint Number => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(24));

    public ulong FirstBatch => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(28));

    public ulong FirstSequence => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(36));

    public ReadOnlySpan<byte> Previous => bytes.AsSpan(44, 32);

    public bool HasZeros => !bytes.AsSpan(76, 16).ContainsAnyExcept((byte)0);
}
