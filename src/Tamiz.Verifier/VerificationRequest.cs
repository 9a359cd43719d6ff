using Tamiz.Verifier.Batches;

namespace Tamiz.Verifier;

/// <summary>What is to be verified.</summary>
/// <param name="Ledger">The folder <c>ledger</c> of a home.</param>
/// <param name="PublicKey">File with the first signing key's public part (PEM, PUBLIC KEY), got from outside the home.</param>
public sealed record VerificationRequest(string Ledger, string PublicKey)
{
    /// <summary>Folder of checkpoints that were kept outside; without it a ledger that was signed anew or cut off is not noticed.</summary>
    public string? Escrow { get; init; }

    /// <summary>Sequence of a record whose presence is to be proved; null for none.</summary>
    public ulong? Record { get; init; }

    /// <summary>File of a proof that is to be checked too, against <see cref="Checkpoint"/>, with any key that the ledger names; null for none.</summary>
    public string? ProofToCheck { get; init; }

    /// <summary>The checkpoint that a proof is against; to prove a record, without it the youngest of the escrow, else of the home's copies.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Is told how many records have been looked at, after each batch.</summary>
    public Action<ulong>? Progress { get; init; }

    /// <summary>What makes the request itself unusable, in plain English; null where nothing does.</summary>
    public string? Problem() =>
        !Directory.Exists(Ledger) ? $"«{Ledger}» is not a folder."
        : !File.Exists(PublicKey) ? $"«{PublicKey}» is not a file."
        : ReadKey() is null ? $"«{PublicKey}» holds no public key on P-256 (PEM, PUBLIC KEY)."
        : Escrow is not null && !Directory.Exists(Escrow) ? $"«{Escrow}» is not a folder."
        : ProofToCheck is not null && !File.Exists(ProofToCheck) ? $"«{ProofToCheck}» is not a file."
        : ProofToCheck is not null && Checkpoint is null ? "A proof is checked against a checkpoint."
        : Checkpoint is not null && !File.Exists(Checkpoint) ? $"«{Checkpoint}» is not a file."
        : null;

    internal SigningKey? ReadKey() => Verifier.Escrow.ShortText.Read(PublicKey, 1 << 16) is { } text ? SigningKey.ReadPem(text) : null;
}
