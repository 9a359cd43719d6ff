using Tamiz.Ledger;

namespace Tamiz.Storage.Projections;

/// <summary>A record of the ledger as projections take it.</summary>
/// <param name="Sequence">Its sequence.</param>
/// <param name="Batch">Number of its batch.</param>
/// <param name="Record">The record.</param>
/// <param name="Decision">What its batch decided: with a declaration, and with a lane whose declaration stands in an earlier batch; else null.</param>
internal readonly record struct LedgerStep(long Sequence, long Batch, LedgerRecord Record, Decision? Decision);
