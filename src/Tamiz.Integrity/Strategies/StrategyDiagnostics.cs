namespace Tamiz.Integrity.Strategies;

/// <summary>What can be wrong with a strategy: TZ2985 to TZ2999.</summary>
public static class StrategyDiagnostics
{
    /// <summary>Actions that wait for each other.</summary>
    public static readonly DiagnosticRule Cycle = new("TZ2985", Severity.Error, "actions wait for each other in a circle",
        "no action that waits for itself", "Take out one of the dependencies named.");

    /// <summary>An end before its beginning.</summary>
    public static readonly DiagnosticRule EndsBeforeBegin = new("TZ2986", Severity.Error, "it ends before it begins",
        "a day on or after the first", "Correct one of the dates.");

    /// <summary>An action that is due before one that it waits for.</summary>
    public static readonly DiagnosticRule DueTooEarly = new("TZ2987", Severity.Error, "the action is due before one that it waits for",
        "a later day", "Move one of the two, or take out the dependency.");

    /// <summary>An action outside of the strategy's time.</summary>
    public static readonly DiagnosticRule OutsidePeriod = new("TZ2988", Severity.Warning, "the action lies outside of the strategy's time",
        "days within the strategy's", "Move it, or lengthen the strategy.");

    /// <summary>A factor for which nothing is to be reached.</summary>
    public static readonly DiagnosticRule FactorWithoutObjective = new("TZ2989", Severity.Note, "the factor has no objective",
        "an objective for each of the ten factors", "Say in the strategy why not, or add one.");

    /// <summary>An objective for which nothing is done.</summary>
    public static readonly DiagnosticRule ObjectiveWithoutAction = new("TZ2990", Severity.Warning, "the objective has no action",
        "one action at least", "Say what is done to reach it.");

    /// <summary>A target that is not after its baseline.</summary>
    public static readonly DiagnosticRule TargetTooEarly = new("TZ2991", Severity.Error, "the target is not later than the baseline",
        "a later day", "Correct one of the dates.");

    /// <summary>A target that is worse than the baseline.</summary>
    public static readonly DiagnosticRule TargetIsWorse = new("TZ2992", Severity.Error, "the target is not better than the baseline",
        "a better value", "Correct the value, or better: whether up or down is better.");

    /// <summary>A source that measures nothing of the kind.</summary>
    public static readonly DiagnosticRule UnknownMeasure = new("TZ2993", Severity.Error, "the source measures nothing of that name",
        "an indicator of the platform, or a factor of the survey", "Correct the measure, or make the source manual.");

    /// <summary>An action for which nobody answers.</summary>
    public static readonly DiagnosticRule NoOwner = new("TZ2994", Severity.Warning, "the action has no owner",
        "who answers for it", "Name a function, not a person.");

    /// <summary>A currency that is none.</summary>
    public static readonly DiagnosticRule NoCurrency = new("TZ2995", Severity.Error, "the currency is none",
        "three capital letters of ISO 4217", "Correct the currency.");
}
