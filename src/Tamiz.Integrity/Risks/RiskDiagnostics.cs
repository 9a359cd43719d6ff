namespace Tamiz.Integrity.Risks;

/// <summary>What can be wrong with the corruption risk map: TZ2970 to TZ2977.</summary>
public static class RiskDiagnostics
{
    /// <summary>Controls make a risk worse.</summary>
    public static readonly DiagnosticRule ResidualAbove = new("TZ2970", Severity.Error, "the residual risk exceeds the inherent one",
        "at most the inherent likelihood and consequence", "Rate the risk without controls first; controls do not add to it.");

    /// <summary>A risk that is reduced by nothing.</summary>
    public static readonly DiagnosticRule ReducedByNothing = new("TZ2971", Severity.Warning, "the residual risk is lower, but no control is known to work",
        "a control that is weak, partial or strong", "Name the control that reduces it, test it, or rate the residual risk as the inherent one.");

    /// <summary>A risk for which nobody answers.</summary>
    public static readonly DiagnosticRule NoOwner = new("TZ2972", Severity.Warning, "the risk has no owner",
        "who answers for it", "Name a function, not a person.");

    /// <summary>A risk that was not gone through in time.</summary>
    public static readonly DiagnosticRule ReviewOverdue = new("TZ2973", Severity.Warning, "the review of the risk is overdue or has no date",
        "a day still to come", "Go through the risk again and set the next day.");

    /// <summary>A monitor that does not exist yet.</summary>
    public static readonly DiagnosticRule NoMonitor = new("TZ2974", Severity.Note, "there is no monitor of that id yet",
        "the id of a monitor", "The map says so; correct the id where another one is meant.");

    /// <summary>A finding that the home does not have.</summary>
    public static readonly DiagnosticRule NoFinding = new("TZ2975", Severity.Note, "there is no finding of that id yet",
        "office/year/number of a declaration with a finding", "The map says so; correct the id where another one is meant.");

    /// <summary>A map is there already.</summary>
    public static readonly DiagnosticRule AlreadyThere = new("TZ2976", Severity.Error, "there is a risk map already",
        "no file of that name", "Go on with that one, or move it away first.");

    /// <summary>A map without risks.</summary>
    public static readonly DiagnosticRule NoRisks = new("TZ2977", Severity.Error, "the map has no risks",
        "one risk at least", "Begin with the catalogue: tamiz integrity risks --begin.");
}
