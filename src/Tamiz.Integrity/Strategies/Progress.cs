using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>What became of the actions of a strategy: progress.yaml.</summary>
/// <param name="Updates">In the order of the file.</param>
public sealed record Progress(IReadOnlyList<ProgressUpdate> Updates)
{
    /// <summary>Nothing yet.</summary>
    public static Progress None { get; } = new([]);

    /// <summary>How each action stands at a date, in the strategy's order.</summary>
    public IReadOnlyList<ActionStatus> At(DateOnly date, Strategy strategy)
    {
        var latest = strategy.Actions.ToDictionary(action => action.Id, action => Updates.Where(update => update.Action == action.Id && update.Date <= date).OrderBy(update => update.Date).LastOrDefault(), StringComparer.Ordinal);
        return [.. strategy.Actions.Select(action => new ActionStatus(
            action,
            latest[action.Id],
            IsOpen(latest[action.Id]) && action.Due < date ? date.DayNumber - action.Due.DayNumber : 0,
            IsOpen(latest[action.Id]) ? [.. action.After.Where(name => latest.TryGetValue(name, out var before) && before?.Status != "done")] : []))];
    }

    private static bool IsOpen(ProgressUpdate? update) => update?.Status is not ("done" or "stopped");
}

/// <summary>What was said about an action.</summary>
/// <param name="Action">Id of the action.</param>
/// <param name="Date">When.</param>
/// <param name="Status">planned, under-way, done or stopped.</param>
/// <param name="Spent">Spent so far, in the strategy's currency.</param>
/// <param name="Note">In words.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record ProgressUpdate(string Action, DateOnly Date, string Status, decimal Spent, LocalText Note, IReadOnlyList<Evidence> Evidence);

/// <summary>How an action stands.</summary>
/// <param name="Action">The action.</param>
/// <param name="Latest">The latest update; null where there is none.</param>
/// <param name="DaysLate">Days since it was due; 0 where it is not late.</param>
/// <param name="BlockedBy">Ids of actions that it waits for, and which are not done.</param>
public sealed record ActionStatus(StrategyAction Action, ProgressUpdate? Latest, int DaysLate, IReadOnlyList<string> BlockedBy)
{
    /// <summary>planned, under-way, done or stopped.</summary>
    public string Status => Latest?.Status ?? "planned";

    /// <summary>Spent so far.</summary>
    public decimal Spent => Latest?.Spent ?? 0;
}
