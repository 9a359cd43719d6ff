namespace Tamiz.Storage.Projections;

/// <summary>What can be wrong between a ledger and what is made from it: TZ176x.</summary>
public static class ProjectionDiagnostics
{
    /// <summary>A projection goes beyond the ledger's end.</summary>
    public static readonly DiagnosticRule Ahead = new("TZ1761", Severity.Error, "it goes beyond the end of the ledger",
        "records that the ledger has", "The ledger was cut, or an older one was put in its place: compare it with the checkpoints kept outside before running tamiz home rebuild.");

    /// <summary>The desk database is not what the ledger gives.</summary>
    public static readonly DiagnosticRule DeskDiffers = new("TZ1762", Severity.Error, "the desk database differs from the ledger",
        "what is made from the ledger", "Somebody or something changed it outside the ledger: keep a copy, find out who, then run tamiz home rebuild.");

    /// <summary>A month is not what the ledger gives.</summary>
    public static readonly DiagnosticRule MonthDiffers = new("TZ1763", Severity.Error, "a month of the archive differs from the ledger",
        "what is made from the ledger, by its hash", "Somebody or something changed it outside the ledger: keep a copy, find out who, then run tamiz home rebuild.");

    /// <summary>Facts have no names.</summary>
    public static readonly DiagnosticRule FactsUnnamed = new("TZ1764", Severity.Error, "the facts of an assessment are not those of the catalogue that was in force",
        "as many facts as the catalogue names", "Put back the content of kind catalogue that the ledger names before that record.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } = [Ahead, DeskDiffers, MonthDiffers, FactsUnnamed];
}
