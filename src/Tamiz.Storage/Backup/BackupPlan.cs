namespace Tamiz.Storage.Backup;

/// <summary>What goes into a backup.</summary>
/// <param name="Segments">
/// Called once, after the projections were copied and before the tables of persons and contents: the ledger's segments by file name,
/// each with the length up to which it is complete. So no copy of a projection is ahead of the ledger's, and no record names a person
/// or a content that is not there.
/// </param>
/// <param name="WithKeys">Whether the secret keys and the credentials go along.</param>
public sealed record BackupPlan(Func<IReadOnlyDictionary<string, long>> Segments, bool WithKeys = false);
