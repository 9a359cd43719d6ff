using System.Buffers.Binary;

namespace Tamiz.Ledger;

/// <summary>The 92 bytes that a segment begins with.</summary>
/// <param name="Ledger">The ledger's id.</param>
/// <param name="Number">The segment's number, from 1.</param>
/// <param name="FirstBatch">Number of its first batch.</param>
/// <param name="FirstRecord">Sequence of its first record.</param>
/// <param name="Previous">Hash of the batch before; zeros in the first segment.</param>
public sealed record SegmentHeader(LedgerId Ledger, int Number, long FirstBatch, long FirstRecord, Hash Previous)
{
    /// <summary>Bytes of it.</summary>
    public const int Size = 92;

    private const int Zeros = 76;

    private static ReadOnlySpan<byte> Mark => "TAMIZLG1"u8;

    /// <summary>Its bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        Mark.CopyTo(bytes);
        Ledger.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(24), (uint)Number);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(28), (ulong)FirstBatch);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(36), (ulong)FirstRecord);
        Previous.CopyTo(bytes.AsSpan(44));
        return bytes;
    }

    /// <summary>Reads the beginning of a segment.</summary>
    /// <exception cref="LedgerFormatException">It is not one of this format.</exception>
    public static SegmentHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size || !bytes.StartsWith(Mark))
        {
            throw new LedgerFormatException("not the beginning of a segment", 0);
        }

        var number = BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]);
        var batch = BinaryPrimitives.ReadUInt64LittleEndian(bytes[28..]);
        var record = BinaryPrimitives.ReadUInt64LittleEndian(bytes[36..]);
        if (number > int.MaxValue || batch > long.MaxValue || record > long.MaxValue)
        {
            throw new LedgerFormatException("a number out of range", 24);
        }

        return bytes[Zeros..Size].ContainsAnyExcept((byte)0)
            ? throw new LedgerFormatException("bytes that are not zeros", Zeros)
            : new(LedgerId.Of(bytes[8..]), (int)number, (long)batch, (long)record, new Hash(bytes.Slice(44, Hash.Size)));
    }
}
