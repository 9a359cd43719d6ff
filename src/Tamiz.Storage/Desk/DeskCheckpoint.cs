namespace Tamiz.Storage.Desk;

/// <summary>A checkpoint that was made.</summary>
/// <param name="Batch">The last batch that it covers.</param>
/// <param name="Sequence">Sequence of the record that tells of it.</param>
/// <param name="At">When.</param>
/// <param name="Hash">Hash of that batch, in hexadecimal.</param>
/// <param name="Tree">Tree of the ledger up to there, in hexadecimal.</param>
public sealed record DeskCheckpoint(long Batch, long Sequence, Instant At, string Hash, string Tree);
