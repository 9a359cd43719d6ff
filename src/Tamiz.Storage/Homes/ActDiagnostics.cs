namespace Tamiz.Storage.Homes;

/// <summary>What can be wrong with what is done in a home: TZ18xx.</summary>
public static class ActDiagnostics
{
    /// <summary>A file of the home is not what is in force.</summary>
    public static readonly DiagnosticRule NotInForce = new("TZ1801", Severity.Warning, "the file differs from what is in force, and is not used",
        "what an approval in the ledger names by its hash", "Have it proposed (tamiz home propose) and approved by somebody else (tamiz home approve), or put back what is in force.");

    /// <summary>Somebody who is not an officer of the home.</summary>
    public static readonly DiagnosticRule UnknownPerson = new("TZ1802", Severity.Error, "nobody of that name works here",
        "a person with a record in the ledger, in force", "Check the name; an administrator adds persons with tamiz home person.");

    /// <summary>A person without the role that an act needs.</summary>
    public static readonly DiagnosticRule MissingRole = new("TZ1803", Severity.Error, "the person may not do this",
        "a person with that role", "Let somebody with the role do it; an administrator gives roles with tamiz home person.");

    /// <summary>The author approves.</summary>
    public static readonly DiagnosticRule OwnProposal = new("TZ1804", Severity.Error, "who proposes a content cannot approve it",
        "another person", "Let somebody else with the role approver decide.");

    /// <summary>There is nothing to decide.</summary>
    public static readonly DiagnosticRule NotProposed = new("TZ1805", Severity.Error, "no such content is proposed",
        "a content that waits for an approval", "tamiz home status lists what waits.");

    /// <summary>A day is not in the state that an act needs.</summary>
    public static readonly DiagnosticRule DayState = new("TZ1806", Severity.Error, "the office's day does not stand so",
        "a day that is open to be closed, none that is open to open one, and dates that rise", "tamiz home status lists the days.");

    /// <summary>The secret seed of a day is gone.</summary>
    public static readonly DiagnosticRule MissingSeed = new("TZ1807", Severity.Error, "the secret seed of the day is missing",
        "the seed whose hash the ledger holds, in keys/seeds", "Restore the folder keys from its backup. Without the seed the day's draws cannot be revealed, and the office's next day cannot be opened.");

    /// <summary>A folder without a ledger.</summary>
    public static readonly DiagnosticRule NoLedger = new("TZ1808", Severity.Error, "this home has no ledger",
        "a home that tamiz init made", "Make a home with tamiz init HOME --from FOLDER; it takes the folder's settings over.");

    /// <summary>Numbers that never came.</summary>
    public static readonly DiagnosticRule NumberMissing = new("TZ1809", Severity.Warning, "a registration number never came",
        "every number of the office's sequence", "Ask the office and the customs system for the declaration of that number.");

    /// <summary>Something recomputed differs from what is stored.</summary>
    public static readonly DiagnosticRule ReplayDiffers = new("TZ1810", Severity.Error, "recomputing gives something else than what is stored",
        "the same bits", "Keep the ledger as evidence; check it with tamiz verify against the escrow, and find out which program wrote the record.");

    /// <summary>A content that is in force cannot be used.</summary>
    public static readonly DiagnosticRule UnusableContent = new("TZ1812", Severity.Error, "what is in force cannot be used",
        "settings without errors", "Propose settings that are right; until they are approved nothing is assessed.");

    /// <summary>A token was needed and not given.</summary>
    public static readonly DiagnosticRule NoToken = new("TZ1813", Severity.Error, "no credential was given",
        "the file that tamiz init or tamiz home person wrote, or its text", "Name the file with --credential, or put its text into TAMIZ_CREDENTIAL.");

    /// <summary>A catalogue of facts that is not today's.</summary>
    public static readonly DiagnosticRule OtherCatalogue = new("TZ1814", Severity.Error, "the facts were made by other definitions",
        "the catalogue of facts of this version", "Replay with the version of Tamiz that made them; the stored result stays as it is.");

    /// <summary>A kept state that cannot be used.</summary>
    public static readonly DiagnosticRule StateCache = new("TZ1815", Severity.Warning, "the state kept is of no use",
        "what tamiz wrote there, for this ledger", "Nothing need be done: all was read from the ledger instead. Ask who changed the file.");

    /// <summary>A kept state that does not follow from the ledger.</summary>
    public static readonly DiagnosticRule StateBent = new("TZ1816", Severity.Error, "the state kept does not follow from the ledger",
        "the bytes that the ledger makes", "Run tamiz home rebuild, then tamiz replay: decisions since then may have been bent. Tell the integrity unit.");

    /// <summary>A home in which somebody works while it is checked.</summary>
    public static readonly DiagnosticRule NotCompared = new("TZ1817", Severity.Note, "somebody works in the home, so that its desk database and archive were not compared",
        "a home at rest", "Run tamiz home check again when no other command runs; all else was checked.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
    [
        NotInForce, UnknownPerson, MissingRole, OwnProposal, NotProposed, DayState, MissingSeed, NoLedger, NumberMissing, ReplayDiffers,
        UnusableContent, NoToken, OtherCatalogue, StateCache, StateBent, NotCompared,
    ];
}
