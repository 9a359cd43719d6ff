namespace Tamiz.Storage.Ledger;

/// <summary>A batch as it lies in its segment.</summary>
/// <param name="Segment">The segment's number, from 1.</param>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Bytes">Header, signature and payload; empty where the batch is not whole.</param>
internal readonly record struct StoredBatch(int Segment, long Offset, ReadOnlyMemory<byte> Bytes);
