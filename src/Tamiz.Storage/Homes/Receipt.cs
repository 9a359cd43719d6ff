namespace Tamiz.Storage.Homes;

/// <summary>What a home acknowledges of a declaration: it stands in the ledger, and outlasts a power cut.</summary>
/// <param name="Identity">Its identity, without the version.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Sequence">Sequence of its record.</param>
/// <param name="Lane">The lane that it was given; null for history.</param>
public readonly record struct Receipt(string Identity, int Version, long Sequence, string? Lane);
