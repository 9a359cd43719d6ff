namespace Tamiz.Tests.Verifier.Maker;

/// <summary>How large a history is, and how it ends.</summary>
internal sealed record SampleSize(int Seed)
{
    public int Days { get; init; } = 3;

    public int Offices { get; init; } = 2;

    /// <summary>Declarations of an office and day.</summary>
    public int PerDay { get; init; } = 10;

    /// <summary>Records after which a batch is committed.</summary>
    public int BatchSize { get; init; } = 12;

    public int BatchesPerSegment { get; init; } = 9;

    /// <summary>Facts of an item.</summary>
    public int Facts { get; init; } = 8;

    /// <summary>Reasons of an assessment.</summary>
    public int Reasons { get; init; } = 2;

    /// <summary>Whether the last day is closed too.</summary>
    public bool ClosesLast { get; init; }

    /// <summary>Whether the escrow has a checkpoint over the very last batch.</summary>
    public bool EscrowsLast { get; init; }
}
