using Tamiz.Verifier.Escrow;
using Tamiz.Verifier.Proofs;

namespace Tamiz.Verifier;

/// <summary>The verifier: it knows the page of the ledger's format and nothing else.</summary>
public static class Verification
{
    /// <summary>Verifies a ledger. Whatever stands in its files, the result is a report.</summary>
    /// <exception cref="ArgumentException">The request has a problem (<see cref="VerificationRequest.Problem"/>).</exception>
    public static VerificationReport Run(VerificationRequest request)
    {
        var problem = request.Problem();
        return problem is null && request.ReadKey() is { } key ? new LedgerWalk(request, key).Run() : throw new ArgumentException(problem, nameof(request));
    }

    /// <summary>Checks a proof that one record is in the ledger that a checkpoint covers.</summary>
    /// <param name="proof">File of the proof.</param>
    /// <param name="checkpoint">File of the checkpoint.</param>
    /// <param name="publicKey">File with the public part of the key that signed the checkpoint (PEM).</param>
    /// <returns>What it does not prove, in plain English; null where it proves that the record is there.</returns>
    public static string? CheckProof(string proof, string checkpoint, string publicKey) =>
        InclusionProof.ReadFile(proof) is not { } told ? $"«{proof}» is no proof"
        : Checkpoint.ReadFile(checkpoint) is not { } covers ? $"«{checkpoint}» is no checkpoint"
        : new VerificationRequest("", publicKey).ReadKey() is not { } key ? $"«{publicKey}» holds no public key on P-256 (PEM, PUBLIC KEY)"
        : told.Problem(covers, key);
}
