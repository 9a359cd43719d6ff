namespace Tamiz.Storage.Desk;

/// <summary>A person who works with the system; the latest that is known.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Roles">Roles, separated by spaces.</param>
/// <param name="InForce">Whether the person may work.</param>
/// <param name="Since">Since when this is so.</param>
public sealed record DeskOfficer(string Person, string Roles, bool InForce, Instant Since);
