namespace Tamiz.Storage.Persons;

/// <summary>What stands in records in the place of a party.</summary>
/// <param name="Identifier">First 16 bytes of HMAC-SHA-256 over the party's identifier, the first byte the most significant; null where it has none.</param>
/// <param name="Person">The same over identifier, name, address and country; null where all four are missing.</param>
public readonly record struct Pseudonyms(UInt128? Identifier, UInt128? Person);
