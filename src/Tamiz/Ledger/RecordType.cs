namespace Tamiz.Ledger;

/// <summary>The types of records, by their numbers in the ledger; numbers are never used again.</summary>
public enum RecordType
{
    /// <summary>None: no record has it.</summary>
    None = 0,

    /// <summary>ledger</summary>
    LedgerFounded = 1,

    /// <summary>key</summary>
    KeyChanged = 2,

    /// <summary>person</summary>
    PersonChanged = 3,

    /// <summary>signIn</summary>
    SignedIn = 4,

    /// <summary>content</summary>
    ContentProposed = 5,

    /// <summary>approval</summary>
    ContentApproved = 6,

    /// <summary>knowledge</summary>
    KnowledgeSet = 7,

    /// <summary>read</summary>
    SubjectRead = 8,

    /// <summary>import</summary>
    FileImported = 9,

    /// <summary>declaration</summary>
    DeclarationEntered = 10,

    /// <summary>assessment</summary>
    AssessmentMade = 11,

    /// <summary>draw</summary>
    DrawMade = 12,

    /// <summary>lane</summary>
    LaneGiven = 13,

    /// <summary>finding</summary>
    FindingEntered = 14,

    /// <summary>amendment</summary>
    DeclarationAmended = 15,

    /// <summary>cancellation</summary>
    DeclarationCancelled = 16,

    /// <summary>assignment</summary>
    InspectorAssigned = 17,

    /// <summary>override</summary>
    LaneOverridden = 18,

    /// <summary>dayOpened</summary>
    DayOpened = 19,

    /// <summary>dayClosed</summary>
    DayClosed = 20,

    /// <summary>commitment</summary>
    SeedCommitted = 21,

    /// <summary>checkpoint</summary>
    CheckpointMade = 22,

    /// <summary>erasure</summary>
    PersonsErased = 23,

    /// <summary>repair</summary>
    TailCut = 24,

    /// <summary>clock</summary>
    ClockFellBack = 25,
}
