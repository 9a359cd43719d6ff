namespace Tamiz.Storage.Desk;

/// <summary>A version of a declaration was cancelled.</summary>
/// <param name="Identity">Identity, without the version.</param>
/// <param name="Version">From 1.</param>
public sealed record DeskCancellation(string Identity, int Version);
