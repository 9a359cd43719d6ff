using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>A person who works in a home, as the ledger's latest record about them says.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="InForce">Whether they may work.</param>
/// <param name="Roles">What they may do (<see cref="Homes.Roles"/>).</param>
/// <param name="Credential">Hash of the entry of their credential; zeros for none.</param>
public sealed record Officer(string Person, bool InForce, IReadOnlyList<string> Roles, Hash Credential);
