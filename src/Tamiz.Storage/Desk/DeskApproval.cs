namespace Tamiz.Storage.Desk;

/// <summary>The latest proposal of a kind, name and digest before it is approved, in the place of what was in force; or refused.</summary>
/// <param name="Sequence">Sequence of its record.</param>
/// <param name="At">When.</param>
/// <param name="By">Id of the person.</param>
/// <param name="Kind">Kind, in the ledger's words.</param>
/// <param name="Name">Name within its kind.</param>
/// <param name="Digest">SHA-256 in hexadecimal; 64 zeros take the kind and name out of force.</param>
/// <param name="Granted">Whether it is approved.</param>
public sealed record DeskApproval(long Sequence, Instant At, string By, string Kind, string Name, string Digest, bool Granted);
