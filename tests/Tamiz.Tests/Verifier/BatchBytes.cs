using System.Buffers.Binary;
using System.Security.Cryptography;
using Tamiz.Tests.Verifier.Maker;

namespace Tamiz.Tests.Verifier;

/// <summary>Takes a batch of a file apart, to put it together otherwise.</summary>
internal static class BatchBytes
{
    private static readonly ECDsa Any = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static byte[] Payload(byte[] batch) => batch[136] == 0 ? batch[236..] : BatchDraft.Inflate(batch[236..]);

    public static List<byte[]> Records(byte[] batch)
    {
        var payload = Payload(batch);
        var records = new List<byte[]>();
        for (var at = 0; at < payload.Length;)
        {
            var (length, shift) = (0, 0);
            for (; payload[at] >= 0x80; at++, shift += 7)
            {
                length |= (payload[at] & 0x7F) << shift;
            }

            length |= payload[at++] << shift;
            records.Add(payload[at..(at + length)]);
            at += length;
        }

        return records;
    }

    /// <summary>The same batch over other records.</summary>
    public static BatchDraft Draft(byte[] batch, List<byte[]> records, ECDsa? key)
    {
        var payload = new FieldWriter();
        foreach (var record in records)
        {
            payload.Bytes(record);
        }

        var draft = new BatchDraft
        {
            Number = BinaryPrimitives.ReadUInt64LittleEndian(batch.AsSpan(8)),
            FirstSequence = BinaryPrimitives.ReadUInt64LittleEndian(batch.AsSpan(16)),
            Count = (uint)records.Count,
            Instant = BinaryPrimitives.ReadInt64LittleEndian(batch.AsSpan(28)),
            Previous = batch[36..68],
            Root = LedgerMaker.Root([.. records.Select(LedgerMaker.Leaf)]),
            Key = key ?? Any,
        };
        draft.Store(payload.ToArray());
        return draft;
    }
}
