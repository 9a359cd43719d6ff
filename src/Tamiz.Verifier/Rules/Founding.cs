namespace Tamiz.Verifier.Rules;

/// <summary>What record 0 says.</summary>
/// <param name="Ledger">The ledger's id.</param>
/// <param name="Administration">Whose it is.</param>
/// <param name="Simulated">Whether its instants are those of a simulation.</param>
internal sealed record Founding(byte[] Ledger, string Administration, bool Simulated);
