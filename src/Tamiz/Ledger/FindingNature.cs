namespace Tamiz.Ledger;

/// <summary>What a finding is in law.</summary>
public enum FindingNature
{
    /// <summary>Not told.</summary>
    NotTold,

    /// <summary>An error without intent.</summary>
    Error,

    /// <summary>An offence.</summary>
    Offence,
}
