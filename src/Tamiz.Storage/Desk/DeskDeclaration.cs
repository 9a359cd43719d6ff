using Tamiz.Selection;

namespace Tamiz.Storage.Desk;

/// <summary>A version of a declaration, as a desk lists it.</summary>
/// <param name="Sequence">Sequence of its record.</param>
/// <param name="Batch">Number of its batch.</param>
/// <param name="Identity">Identity, without the version.</param>
/// <param name="Version">From 1.</param>
/// <param name="Office">Customs office; empty where there is none.</param>
/// <param name="Day">The office's day on which it was lodged.</param>
/// <param name="LodgedAt">When it was lodged.</param>
/// <param name="ReceivedAt">When the ledger took it.</param>
/// <param name="Live">False for imported history, which gets no lane.</param>
public sealed record DeskDeclaration(
    long Sequence, long Batch, string Identity, int Version, string Office, DateOnly Day, Instant LodgedAt, Instant ReceivedAt, bool Live)
{
    /// <summary>Pseudonym of the importer's identifier.</summary>
    public UInt128? Importer { get; init; }

    /// <summary>Pseudonym of the declarant's identifier.</summary>
    public UInt128? Declarant { get; init; }

    /// <summary>Pseudonym of the exporter's identifier.</summary>
    public UInt128? Exporter { get; init; }

    /// <summary>The lane that selection gave; null until then.</summary>
    public string? Lane { get; init; }

    /// <summary>The lane in force: that of selection, or that of the latest override.</summary>
    public string? LaneInForce { get; init; }

    /// <summary>Sequence of the record that put that lane in force; null until there is one.</summary>
    public long? LaneSequence { get; init; }

    /// <summary>Why selection gave it.</summary>
    public Basis Basis { get; init; }

    /// <summary>The risk area that weighs most.</summary>
    public string? Area { get; init; }

    /// <summary>Probability of non-compliance in that area.</summary>
    public double? Risk { get; init; }

    /// <summary>Consequence of non-compliance in that area, in the home's currency.</summary>
    public double? AtStake { get; init; }

    /// <summary>Expected consequence, in the home's currency.</summary>
    public double? Expected { get; init; }

    /// <summary>The number drawn, in [0, 1).</summary>
    public double? Draw { get; init; }

    /// <summary>Probability of the lane that selection gave, or of a more controlling one.</summary>
    public double? Inclusion { get; init; }

    /// <summary>Whether it is flagged for post-clearance audit.</summary>
    public bool Referral { get; init; }

    /// <summary>Whether this version was cancelled.</summary>
    public bool Cancelled { get; init; }
}
