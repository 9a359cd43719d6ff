namespace Tamiz.Reference;

/// <summary>Where a table of reference codes comes from.</summary>
/// <param name="Id">Its name, with its edition.</param>
/// <param name="Hash">SHA-256 of its codes, in hexadecimal.</param>
/// <param name="ValidFrom">First day on which the edition applies; the earliest date where it is a running list.</param>
/// <param name="Origin">Where it was taken from.</param>
/// <param name="Licence">Licence of the table.</param>
public sealed record Snapshot(string Id, string Hash, DateOnly ValidFrom, string Origin, string Licence);
