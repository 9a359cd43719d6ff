namespace Tamiz.Storage.Persons;

/// <summary>What was erased from the table of persons.</summary>
/// <param name="Pseudonyms">Those whose entries are gone, in rising order: the persons, and the identifier where it was named; for the ledger.</param>
/// <param name="Rows">How many entries there were.</param>
/// <param name="Purged">
/// Whether the bytes are gone from the home's files too; false where another process was reading. Erasing anything, even what is
/// gone already, tries again.
/// </param>
public sealed record Erasure(IReadOnlyList<UInt128> Pseudonyms, long Rows, bool Purged);
