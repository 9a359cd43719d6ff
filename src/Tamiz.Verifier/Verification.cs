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

    /// <summary>What makes the check of a proof unusable, in plain English; null where nothing does.</summary>
    public static string? ProblemOfProof(string proof, string checkpoint, string publicKey) =>
        !File.Exists(proof) ? $"«{proof}» is not a file."
        : !File.Exists(checkpoint) ? $"«{checkpoint}» is not a file."
        : new VerificationRequest("", publicKey).ReadKey() is null ? $"«{publicKey}» holds no public key on P-256 (PEM, PUBLIC KEY)."
        : null;

    /// <summary>Checks a proof that one record is in the ledger that a checkpoint covers.</summary>
    /// <param name="proof">File of the proof.</param>
    /// <param name="checkpoint">File of the checkpoint.</param>
    /// <param name="publicKey">File with the public part of the key that signed the checkpoint (PEM).</param>
    /// <returns>What it does not prove, first things first; nothing where it proves that the record is there.</returns>
    /// <exception cref="ArgumentException">The file of the key holds no public key on P-256.</exception>
    public static IReadOnlyList<Discrepancy> CheckProof(string proof, string checkpoint, string publicKey)
    {
        var key = new VerificationRequest("", publicKey).ReadKey() ?? throw new ArgumentException("no public key on P-256 (PEM, PUBLIC KEY)", nameof(publicKey));
        return ProofChecking.Problems(proof, checkpoint, id => key.Id.AsSpan().SequenceEqual(id) ? key : null);
    }
}
