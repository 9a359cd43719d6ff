namespace Tamiz.Storage.Homes;

/// <summary>What recomputing decisions gave.</summary>
/// <param name="Decisions">Decisions recomputed.</param>
/// <param name="Differing">How many of them differ from what is stored.</param>
/// <param name="Unknowable">How many have evidence about persons that were erased by law, which cannot be made anew.</param>
/// <param name="Differences">What differs, the first hundred.</param>
public sealed record ReplayOutcome(long Decisions, long Differing, long Unknowable, IReadOnlyList<Diagnostic> Differences);
