namespace Tamiz.Storage.Desk;

/// <summary>
/// What some records of the ledger mean for the desk database. Lists are in the ledger's order; how records are cut into changes does
/// not matter to what the database holds in the end.
/// </summary>
public sealed record DeskChanges
{
    /// <summary>Declarations.</summary>
    public IReadOnlyList<DeskDeclaration> Declarations { get; init; } = [];

    /// <summary>Decisions on declarations that were applied earlier.</summary>
    public IReadOnlyList<DeskDecision> Decisions { get; init; } = [];

    /// <summary>Overrides, as far as they change the lane in force.</summary>
    public IReadOnlyList<DeskLaneChange> LaneChanges { get; init; } = [];

    /// <summary>Cancellations, as far as they mark the version.</summary>
    public IReadOnlyList<DeskCancellation> Cancellations { get; init; } = [];

    /// <summary>Findings.</summary>
    public IReadOnlyList<DeskFinding> Findings { get; init; } = [];

    /// <summary>Assignments, overrides, amendments and cancellations, as acts of somebody.</summary>
    public IReadOnlyList<DeskAct> Acts { get; init; } = [];

    /// <summary>Days opened.</summary>
    public IReadOnlyList<DeskDay> Days { get; init; } = [];

    /// <summary>Days closed.</summary>
    public IReadOnlyList<DeskDayClosing> DayClosings { get; init; } = [];

    /// <summary>Numbers found missing.</summary>
    public IReadOnlyList<DeskMissingNumber> MissingNumbers { get; init; } = [];

    /// <summary>Contents proposed, or in force with the founding.</summary>
    public IReadOnlyList<DeskContent> Contents { get; init; } = [];

    /// <summary>Approvals and refusals.</summary>
    public IReadOnlyList<DeskApproval> Approvals { get; init; } = [];

    /// <summary>Officers.</summary>
    public IReadOnlyList<DeskOfficer> Officers { get; init; } = [];

    /// <summary>Sensitive reads.</summary>
    public IReadOnlyList<DeskRead> Reads { get; init; } = [];

    /// <summary>Sign-ins.</summary>
    public IReadOnlyList<DeskSignIn> SignIns { get; init; } = [];

    /// <summary>Imports.</summary>
    public IReadOnlyList<DeskImport> Imports { get; init; } = [];

    /// <summary>Checkpoints.</summary>
    public IReadOnlyList<DeskCheckpoint> Checkpoints { get; init; } = [];
}
