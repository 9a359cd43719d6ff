namespace Tamiz.Verifier;

/// <summary>What a verification found.</summary>
public sealed record VerificationReport
{
    /// <summary>The ledger's id in hexadecimal digits; empty where record 0 could not be read.</summary>
    public required string Ledger { get; init; }

    /// <summary>Whose it is; empty likewise.</summary>
    public required string Administration { get; init; }

    /// <summary>Whether it is a simulation's: then its instants prove nothing about real time.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Batches that were found.</summary>
    public required long Batches { get; init; }

    /// <summary>Records up to the last of them.</summary>
    public required ulong Records { get; init; }

    /// <summary>When the last of them was committed, in milliseconds since 1970; null where there is none.</summary>
    public required long? Instant { get; init; }

    /// <summary>What is wrong, in the order of the ledger; the first is the first thing that is wrong. At most ten of each rule.</summary>
    public required IReadOnlyList<Discrepancy> Problems { get; init; }

    /// <summary>What should be known and is no damage; at most ten of each rule.</summary>
    public required IReadOnlyList<Discrepancy> Notes { get; init; }

    /// <summary>How often each rule was broken, by its number.</summary>
    public required IReadOnlyDictionary<string, long> Broken { get; init; }

    /// <summary>From which batch on records were not held against those before them, because some before could not be read; null where all were.</summary>
    public required long? UncheckedFrom { get; init; }

    /// <summary>Escrowed checkpoints that the ledger agreed with; null without an escrow.</summary>
    public required int? Escrowed { get; init; }

    /// <summary>The last batch that one of those covers; null where there is none.</summary>
    public required ulong? CoveredTo { get; init; }

    /// <summary>The proof that was asked for; null where none was, or where the record or a checkpoint that covers it is missing.</summary>
    public required string? Proof { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsFine => Problems.Count == 0;
}
