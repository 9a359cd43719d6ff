using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Escrow;

namespace Tamiz.Verifier.Proofs;

/// <summary>Checks a proof against a checkpoint, from their files (R1 to R3).</summary>
internal static class ProofChecking
{
    /// <summary>What is not proved, first things first.</summary>
    /// <param name="proof">File of the proof.</param>
    /// <param name="checkpoint">File of the checkpoint.</param>
    /// <param name="find">A known key by its id; null where it is not known.</param>
    public static IReadOnlyList<Discrepancy> Problems(string proof, string checkpoint, Func<byte[], SigningKey?> find) =>
        Checkpoint.ReadFile(checkpoint) is not { } covers ? [new("R3", new LedgerPlace(), $"«{checkpoint}»", "a checkpoint as on the page")]
        : InclusionProof.ReadFile(proof) is not { } told ? [new("R1", new LedgerPlace(), $"«{proof}»", "a proof as on the page")]
        : [.. told.Problems(covers, find)];
}
