namespace Tamiz.Integrity.Strategies;

/// <summary>What can be wrong with a sustainability plan: TZ3020 to TZ3026.</summary>
public static class SustainabilityDiagnostics
{
    /// <summary>Something goes on that nobody answers for.</summary>
    public static readonly DiagnosticRule NoOwner = new("TZ3020", Severity.Warning, "nobody answers for this when the funding ends",
        "an owner", "Name a function of the administration.");

    /// <summary>Something goes on that nobody pays for.</summary>
    public static readonly DiagnosticRule NoMoney = new("TZ3021", Severity.Warning, "nothing pays for this when the funding ends",
        "a line of the budget", "Put it into the budget, or say in fallback what is done without.");

    /// <summary>A recommendation that became nothing.</summary>
    public static readonly DiagnosticRule NoAction = new("TZ3022", Severity.Warning, "the recommendation has become no action",
        "an action of the strategy, or an owner and a day", "Name the action, or decline the recommendation.");

    /// <summary>A promise that was not kept in time.</summary>
    public static readonly DiagnosticRule Overdue = new("TZ3023", Severity.Warning, "the commitment or recommendation is overdue",
        "kept, or a later day that the partners agree on", "Keep it, or agree on another day.");

    /// <summary>A partner who has not signed.</summary>
    public static readonly DiagnosticRule NotSigned = new("TZ3024", Severity.Note, "a partner has not signed",
        "a day on which they signed", "The plan is a draft until all have.");

    /// <summary>Funding that has ended already.</summary>
    public static readonly DiagnosticRule FundingEnded = new("TZ3025", Severity.Warning, "the funding has ended, and it has no owner or no money",
        "an owner and money", "Decide whether it goes on, and by whom.");

    /// <summary>Another strategy than the one there is.</summary>
    public static readonly DiagnosticRule OtherStrategy = new("TZ3026", Severity.Warning, "the plan holds another version of the strategy",
        "the version of strategy.yaml", "Agree on the new version with the partners, and name it here.");
}
