namespace Tamiz.Storage.Ledger;

/// <summary>The last checkpoint of a ledger.</summary>
/// <param name="Batch">The last batch that it covers.</param>
/// <param name="At">When it was made.</param>
public sealed record CheckpointMark(long Batch, Instant At);
