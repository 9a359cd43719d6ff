using System.Buffers.Binary;

namespace Tamiz.Ledger;

/// <summary>What stands before the payload of a batch and is signed.</summary>
/// <param name="StoredLength">Bytes of the payload as stored.</param>
/// <param name="Number">The batch's number, from 0.</param>
/// <param name="FirstRecord">Sequence of its first record, from 0.</param>
/// <param name="Records">How many records it has, 1 to 1,000,000.</param>
/// <param name="Committed">When it was committed.</param>
/// <param name="Previous">Hash of the batch before; zeros for batch 0.</param>
/// <param name="Root">Root of the Merkle tree over its records.</param>
/// <param name="Payload">SHA-256 of the payload as stored.</param>
/// <param name="Length">Bytes of the payload when inflated.</param>
/// <param name="IsDeflated">Whether it is stored with DEFLATE.</param>
/// <param name="Key">Id of the key that signed.</param>
public sealed record BatchHeader(
    int StoredLength, long Number, long FirstRecord, int Records, Instant Committed, Hash Previous, Hash Root, Hash Payload,
    int Length, bool IsDeflated, Hash Key)
{
    /// <summary>Bytes that are signed.</summary>
    public const int SignedSize = 172;

    /// <summary>Bytes with the signature.</summary>
    public const int Size = SignedSize + PublicKey.SignatureSize;

    private const uint Mark = 0x31425A54;
    private const int Zeros = 137;
    private const int KeyAt = 140;

    /// <summary>Sequence of the first record of the next batch.</summary>
    public long NextRecord => FirstRecord + Records;

    /// <summary>Whether bytes begin as a batch does, as far as they go.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => "TZB1"u8.StartsWith(bytes[..Math.Min(4, bytes.Length)]);

    /// <summary>The hash of the batch: SHA-256 over the bytes that are signed.</summary>
    public Hash ToHash()
    {
        Span<byte> bytes = stackalloc byte[SignedSize];
        Write(bytes);
        return Hash.Of(bytes);
    }

    /// <summary>Writes the bytes that are signed to the beginning of a span.</summary>
    public void Write(Span<byte> destination)
    {
        var bytes = destination[..SignedSize];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Mark);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], (uint)StoredLength);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], (ulong)Number);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], (ulong)FirstRecord);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[24..], (uint)Records);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[28..], Committed.UnixMilliseconds);
        Previous.CopyTo(bytes[36..]);
        Root.CopyTo(bytes[68..]);
        Payload.CopyTo(bytes[100..]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[132..], (uint)Length);
        bytes[136] = IsDeflated ? (byte)1 : (byte)0;
        bytes[Zeros..KeyAt].Clear();
        Key.CopyTo(bytes[KeyAt..]);
    }

    /// <summary>Reads the bytes that are signed.</summary>
    /// <exception cref="LedgerFormatException">They are not those of a batch, or a number is out of range.</exception>
    public static BatchHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < SignedSize || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Mark)
        {
            throw new LedgerFormatException("not the beginning of a batch", 0);
        }

        var number = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        var first = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        var committed = new Instant(BinaryPrimitives.ReadInt64LittleEndian(bytes[28..]));
        if (number >= long.MaxValue || first > long.MaxValue - int.MaxValue || committed < Instant.Earliest || committed > Instant.Latest)
        {
            throw new LedgerFormatException("a number or instant out of range", 8);
        }

        if (bytes[136] > 1 || bytes[Zeros..KeyAt].ContainsAnyExcept((byte)0))
        {
            throw new LedgerFormatException("neither stored nor deflated, or bytes that are not zeros", 136);
        }

        var header = new BatchHeader(
            Bounded(bytes, 4, LedgerLimits.Payload), (long)number, (long)first, Bounded(bytes, 24, LedgerLimits.Records), committed,
            HashAt(bytes, 36), HashAt(bytes, 68), HashAt(bytes, 100), Bounded(bytes, 132, LedgerLimits.Payload), bytes[136] == 1,
            HashAt(bytes, KeyAt));
        return header.Records > 0 && (header.IsDeflated || header.StoredLength == header.Length)
            ? header
            : throw new LedgerFormatException("no record, or two lengths of one payload", 24);
    }

    private static Hash HashAt(ReadOnlySpan<byte> bytes, int at) => new(bytes.Slice(at, Hash.Size));

    private static int Bounded(ReadOnlySpan<byte> bytes, int at, int limit)
    {
        var value = BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
        return value <= limit ? (int)value : throw new LedgerFormatException("a number out of range", at);
    }
}
