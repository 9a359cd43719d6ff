namespace Tamiz.Ledger;

/// <summary>What can be wrong with a ledger: TZ16xx.</summary>
public static class LedgerDiagnostics
{
    /// <summary>The last batch was broken off and was cut.</summary>
    public static readonly DiagnosticRule TornTail = new("TZ1601", Severity.Warning, "the last batch is incomplete and was cut off",
        "a complete batch at the end",
        "Nothing that was acknowledged is lost; where the power did not fail, look into the disk. The ledger records the cut.");

    /// <summary>A batch is not what it must be.</summary>
    public static readonly DiagnosticRule DamagedBatch = new("TZ1602", Severity.Error, "a batch is damaged",
        "what docs/reference/ledger-format.md says",
        "Write nothing to this ledger; keep the damaged file as evidence, restore the segment from a backup, and compare with the checkpoints kept outside.");

    /// <summary>A segment is missing or is not what it must be.</summary>
    public static readonly DiagnosticRule DamagedSegment = new("TZ1603", Severity.Error, "a segment is missing or damaged",
        "segments without a gap, each beginning as docs/reference/ledger-format.md says", "Restore the segment from a backup, and compare with the checkpoints kept outside.");

    /// <summary>Somebody else has it open.</summary>
    public static readonly DiagnosticRule InUse = new("TZ1604", Severity.Error, "the ledger is in use by another process",
        "one process at a time", "End the process named, or wait for it.");

    /// <summary>The key in force is not there.</summary>
    public static readonly DiagnosticRule MissingKey = new("TZ1605", Severity.Error, "the signing key in force is missing",
        "its private key among the keys of the home", "Restore the folder keys from its backup; without it the ledger can be read, but nothing can be added.");

    /// <summary>A key cannot be read or used.</summary>
    public static readonly DiagnosticRule UnusableKey = new("TZ1606", Severity.Error, "the key cannot be used",
        "an ECDSA key over P-256 in PEM", "Restore the file from its backup.");

    /// <summary>The clock shows an earlier time than the last batch.</summary>
    public static readonly DiagnosticRule ClockBehind = new("TZ1607", Severity.Warning, "the machine's clock is behind the ledger",
        "an instant after the last batch", "Set the clock by a time server; until then the ledger's time stands still, and the ledger records it.");

    /// <summary>There is no ledger.</summary>
    public static readonly DiagnosticRule NoLedger = new("TZ1608", Severity.Error, "there is no ledger here",
        "the file 00000001.tzl", "Check the path, or found a ledger with tamiz init.");

    /// <summary>There is one already.</summary>
    public static readonly DiagnosticRule LedgerExists = new("TZ1609", Severity.Error, "there is a ledger here already",
        "a folder without segments", "Choose another folder; a ledger is never written over.");

    /// <summary>The disk failed while writing.</summary>
    public static readonly DiagnosticRule WriteFailed = new("TZ1610", Severity.Error, "the ledger could not be written",
        "a disk with room that keeps what it is given", "Nothing is acknowledged any more. Mend the disk or make room, then open the ledger again; it keeps all that was acknowledged.");

    /// <summary>The disk failed while writing a checkpoint.</summary>
    public static readonly DiagnosticRule CheckpointFailed = new("TZ1611", Severity.Error, "the checkpoint could not be written",
        "a disk with room that keeps what it is given", "The ledger goes on without it; mend the disk or make room, and make a checkpoint then.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
    [
        TornTail, DamagedBatch, DamagedSegment, InUse, MissingKey, UnusableKey, ClockBehind, NoLedger, LedgerExists, WriteFailed,
        CheckpointFailed,
    ];
}
