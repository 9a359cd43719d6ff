namespace Tamiz.Integrity.Strategies;

/// <summary>What can be wrong with progress and indicators: TZ3010 to TZ3015.</summary>
public static class ProgressDiagnostics
{
    /// <summary>An update of a day to come.</summary>
    public static readonly DiagnosticRule InFuture = new("TZ3010", Severity.Error, "the update lies in the future",
        "a day that has been", "Correct the date.");

    /// <summary>More spent than there was.</summary>
    public static readonly DiagnosticRule OverBudget = new("TZ3011", Severity.Warning, "more was spent than the action's budget",
        "at most the budget", "Correct the sum, or approve a strategy with another budget.");

    /// <summary>Done, but nothing shows it.</summary>
    public static readonly DiagnosticRule DoneWithoutEvidence = new("TZ3012", Severity.Warning, "the action is said to be done without evidence",
        "a document, file or address", "Add what shows it.");

    /// <summary>An action that was done is not done any more.</summary>
    public static readonly DiagnosticRule NoLongerDone = new("TZ3013", Severity.Note, "the action was done and is no longer",
        "done", "Say in the note what happened.");

    /// <summary>A row of indicators.csv that is none.</summary>
    public static readonly DiagnosticRule IndicatorValue = new("TZ3014", Severity.Error, "the row is no value of an indicator",
        "indicator, a date as YYYY-MM-DD, a number, a source", "Correct the field.");

    /// <summary>An interval that does not hold its value.</summary>
    public static readonly DiagnosticRule BadInterval = new("TZ3015", Severity.Error, "the interval does not hold the value",
        "low ≤ value ≤ high, or neither of the two", "Correct the interval.");
}
