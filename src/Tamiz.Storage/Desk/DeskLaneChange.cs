namespace Tamiz.Storage.Desk;

/// <summary>An override: another lane is in force for the latest version that stands before it.</summary>
/// <param name="Sequence">Sequence of its record.</param>
/// <param name="Identity">Identity, without the version.</param>
/// <param name="Lane">The lane that is in force from here on.</param>
public sealed record DeskLaneChange(long Sequence, string Identity, string Lane);
