using System.IO.Compression;

namespace Tamiz.Ledger;

/// <summary>The payload of a batch: its records one after the other, each after its length, stored with DEFLATE where that helps.</summary>
public static class BatchPayload
{
    /// <summary>The payload as it was before DEFLATE.</summary>
    /// <param name="header">Says how long it is.</param>
    /// <param name="stored">The payload as stored.</param>
    /// <exception cref="LedgerFormatException">It does not inflate to the length that the header says.</exception>
    public static ReadOnlyMemory<byte> Inflate(BatchHeader header, ReadOnlyMemory<byte> stored)
    {
        if (!header.IsDeflated)
        {
            return stored;
        }

        var inflated = new byte[header.Length];
        try
        {
            using var source = new MemoryStream(stored.ToArray(), writable: false);
            using var stream = new DeflateStream(source, CompressionMode.Decompress);
            if (stream.ReadAtLeast(inflated, inflated.Length, throwOnEndOfStream: false) == inflated.Length && stream.ReadByte() < 0)
            {
                return inflated;
            }
        }
        catch (InvalidDataException damage)
        {
            throw new LedgerFormatException($"the payload does not inflate: {damage.Message}", 0);
        }

        throw new LedgerFormatException("the payload inflates to another length", 0);
    }

    /// <summary>Cuts a payload into its records.</summary>
    /// <param name="payload">As it was before DEFLATE.</param>
    /// <param name="records">How many there are.</param>
    /// <exception cref="LedgerFormatException">There are more, fewer, or bytes left over.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> payload, int records)
    {
        var reader = new RecordReader(payload.Span);
        var cut = new List<ReadOnlyMemory<byte>>(Math.Min(records, payload.Length));
        for (var i = 0; i < records; i++)
        {
            var length = reader.Bytes().Length;
            if (length > LedgerLimits.Record)
            {
                reader.Fail("a record that is too long");
            }

            cut.Add(payload.Slice(reader.Position - length, length));
        }

        reader.End();
        return cut;
    }
}
