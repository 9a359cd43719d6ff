using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>How far a ledger was checked. Where its headers still lead to that batch, opening it reads what the batches before hold no more.</summary>
/// <param name="Batch">The last batch that was checked.</param>
/// <param name="Hash">Its hash, which speaks for all batches before it.</param>
/// <param name="Key">The public key that signed it, as SubjectPublicKeyInfo in DER.</param>
/// <param name="Checkpoint">The last checkpoint up to it; null for none.</param>
public sealed record LedgerMark(long Batch, Hash Hash, ReadOnlyMemory<byte> Key, CheckpointMark? Checkpoint);
