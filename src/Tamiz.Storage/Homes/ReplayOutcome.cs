using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>What recomputing decisions gave.</summary>
/// <param name="Decisions">Decisions recomputed.</param>
/// <param name="Differing">How many of them differ from what is stored.</param>
/// <param name="Unknowable">How many have evidence about persons that were erased by law, which cannot be made anew.</param>
/// <param name="Digest">
/// SHA-256 over the SHA-256 of each recomputed decision, in the ledger's order: the canonical bytes of its assessment and of its lane, as
/// they would be recorded. Where nothing differs it is the same for both depths.
/// </param>
/// <param name="Differences">What differs, the first hundred.</param>
public sealed record ReplayOutcome(long Decisions, long Differing, long Unknowable, Hash Digest, IReadOnlyList<Diagnostic> Differences);
