namespace Tamiz.Storage.Persons;

/// <summary>A credential that was just issued.</summary>
/// <param name="Token">What the person types: 26 letters and digits in groups. It is shown once and stands nowhere.</param>
/// <param name="Hash">SHA-256 of the entry, 32 bytes, for the ledger's record of the person.</param>
public sealed record IssuedCredential(string Token, byte[] Hash);
