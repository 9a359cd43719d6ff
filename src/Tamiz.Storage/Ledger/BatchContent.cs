using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>What a batch holds, with the first rule that its own bytes break; what the chain says of it is for <see cref="LedgerScan"/>.</summary>
/// <param name="Stored">Where it lies.</param>
/// <param name="Header">Its header; null where it has none.</param>
/// <param name="Records">Its records.</param>
/// <param name="Fault">What is wrong; null where nothing is.</param>
internal sealed record BatchContent(StoredBatch Stored, BatchHeader? Header, IReadOnlyList<ReadOnlyMemory<byte>> Records, string? Fault)
{
    /// <summary>Reads a batch without hashing its records.</summary>
    public static BatchContent Read(StoredBatch stored)
    {
        if (stored.Bytes.IsEmpty)
        {
            return new(stored, null, [], "[C2] the batch is incomplete");
        }

        BatchHeader? header = null;
        var rule = "C2";
        try
        {
            header = BatchHeader.Read(stored.Bytes.Span);
            var payload = stored.Bytes[BatchHeader.Size..];
            rule = "C5";
            if (Hash.Of(payload.Span) != header.Payload)
            {
                return new(stored, header, [], "[C5] the payload has another hash");
            }

            var inflated = BatchPayload.Inflate(header, payload);
            rule = "C6";
            return new(stored, header, BatchPayload.Split(inflated, header.Records), null);
        }
        catch (LedgerFormatException problem)
        {
            return new(stored, header, [], $"[{rule}] {problem.Message}");
        }
    }

    /// <summary>Reads a batch and checks the root of its records.</summary>
    public static BatchContent Check(StoredBatch stored)
    {
        var content = Read(stored);
        if (content is not { Header: { } header, Fault: null })
        {
            return content;
        }

        var leaves = new Hash[content.Records.Count];
        for (var i = 0; i < leaves.Length; i++)
        {
            leaves[i] = MerkleTree.Leaf(content.Records[i].Span);
        }

        return MerkleTree.Root(leaves) == header.Root ? content : content with { Fault = "[C7] the records have another root" };
    }
}
