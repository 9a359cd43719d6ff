namespace Tamiz.Ledger;

/// <summary>Legal status of a finding.</summary>
public enum FindingStatus
{
    /// <summary>Not told.</summary>
    NotTold,

    /// <summary>Not yet notified.</summary>
    Provisional,

    /// <summary>Notified to the declarant.</summary>
    Notified,

    /// <summary>No appeal is possible any more.</summary>
    Final,

    /// <summary>Under appeal.</summary>
    Appealed,

    /// <summary>Set aside; it no longer counts.</summary>
    Overturned,
}
