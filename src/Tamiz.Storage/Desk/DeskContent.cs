namespace Tamiz.Storage.Desk;

/// <summary>A content that was proposed, and what became of it.</summary>
/// <param name="Sequence">Sequence of the record that proposed it.</param>
/// <param name="Kind">Kind, in the ledger's words.</param>
/// <param name="Name">Name within its kind.</param>
/// <param name="Digest">SHA-256 in hexadecimal.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ProposedBy">Id of the person.</param>
/// <param name="ProposedAt">When.</param>
public sealed record DeskContent(long Sequence, string Kind, string Name, string Digest, long Size, string ProposedBy, Instant ProposedAt)
{
    /// <summary>Who approved or refused it; null where nobody has, or none was needed.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Whether it was approved; null where nothing was decided.</summary>
    public bool? Granted { get; init; }

    /// <summary>From when it is in force; null where it never was.</summary>
    public Instant? InForceFrom { get; init; }

    /// <summary>Until when it was in force; null where it still is, or never was.</summary>
    public Instant? InForceTo { get; init; }
}
