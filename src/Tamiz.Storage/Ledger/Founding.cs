using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>What a ledger begins with.</summary>
/// <param name="Id">16 bytes from the system's cryptographic source.</param>
/// <param name="Administration">Name of the customs administration.</param>
/// <param name="Simulated">Whether its instants are those of a simulation.</param>
/// <param name="By">Id of the person who founds it.</param>
public sealed record Founding(LedgerId Id, string Administration, bool Simulated, string By)
{
    /// <summary>Records that stand in batch 0 after the first: persons, contents that are in force with the founding, first commitments.</summary>
    public IReadOnlyList<LedgerRecord> Records { get; init; } = [];
}
