namespace Tamiz.Integrity.Strategies;

/// <summary>All that a report on a strategy says.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Convergence">How the workshops came to it; null where there were none.</param>
/// <param name="Changes">What changed from an earlier version; null where none is compared.</param>
public sealed record StrategyStatement(Strategy Strategy, Convergence? Convergence, IReadOnlyList<StrategyChange>? Changes);

/// <summary>All that a report on progress says.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Date">The day.</param>
/// <param name="Actions">How each action stands on it.</param>
/// <param name="Effects">How each indicator changed up to it.</param>
public sealed record ProgressStatement(Strategy Strategy, DateOnly Date, IReadOnlyList<ActionStatus> Actions, IReadOnlyList<Effect> Effects)
{
    /// <summary>Actions that are late, the latest first.</summary>
    public IEnumerable<ActionStatus> Late => Actions.Where(action => action.DaysLate > 0).OrderByDescending(action => action.DaysLate);

    /// <summary>Works it out.</summary>
    public static ProgressStatement Of(Strategy strategy, Progress progress, IReadOnlyList<IndicatorValue> values, DateOnly date) =>
        new(strategy, date, progress.At(date, strategy), Effect.Of(strategy, values, date));
}

/// <summary>All that the minutes of a session say.</summary>
/// <param name="Session">The session.</param>
/// <param name="Votes">Its votes; null where there were none.</param>
public sealed record MinutesStatement(Workshop Session, VoteCount? Votes);

/// <summary>All that a report on a sustainability plan says.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Strategy">The strategy that is part of it; null where there is none.</param>
/// <param name="Date">The day.</param>
public sealed record SustainabilityStatement(SustainabilityPlan Plan, Strategy? Strategy, DateOnly Date);
