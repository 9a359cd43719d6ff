using System.Globalization;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>What changed from one version of a strategy to another.</summary>
public static class StrategyComparison
{
    private const string None = "";

    /// <summary>The changes, in the order of the strategy: of the whole, of objectives, actions and indicators.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <param name="language">Language of texts.</param>
    public static IReadOnlyList<StrategyChange> Of(Strategy before, Strategy after, Language language) =>
    [
        .. Compare("strategy", [(None, Parts(before))], [(None, Parts(after))], language),
        .. Compare("objective", before.Objectives.Select(one => (one.Id, Parts(one))), after.Objectives.Select(one => (one.Id, Parts(one))), language),
        .. Compare("action", before.Actions.Select(one => (one.Id, Parts(one))), after.Actions.Select(one => (one.Id, Parts(one))), language),
        .. Compare("indicator", before.Indicators.Select(one => (one.Id, Parts(one))), after.Indicators.Select(one => (one.Id, Parts(one))), language),
    ];

    private static IEnumerable<StrategyChange> Compare(
        string kind, IEnumerable<(string Id, (string Field, object? Value)[] Parts)> before, IEnumerable<(string Id, (string Field, object? Value)[] Parts)> after, Language language)
    {
        var old = before.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Parts, StringComparer.Ordinal);
        var now = after.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Parts, StringComparer.Ordinal);
        foreach (var (id, parts) in now)
        {
            if (!old.TryGetValue(id, out var earlier))
            {
                yield return new StrategyChange(kind, id, "added", None, None, Said(Title(parts), language));
                continue;
            }

            for (var i = 0; i < parts.Length; i++)
            {
                if (!Equals(parts[i].Value, earlier[i].Value))
                {
                    yield return new StrategyChange(kind, id, "changed", parts[i].Field, Said(earlier[i].Value, language), Said(parts[i].Value, language));
                }
            }
        }

        foreach (var (id, parts) in old.Where(one => !now.ContainsKey(one.Key)))
        {
            yield return new StrategyChange(kind, id, "removed", None, Said(Title(parts), language), None);
        }
    }

    private static object? Title((string Field, object? Value)[] parts) => parts.First(part => part.Field == "title").Value;

    private static (string Field, object? Value)[] Parts(Strategy one) =>
        [("version", one.Version), ("title", one.Title), ("vision", one.Vision), ("from", one.From), ("to", one.To), ("currency", one.Currency)];

    private static (string Field, object? Value)[] Parts(Objective one) => [("title", one.Title), ("factor", one.Factor.Id)];

    private static (string Field, object? Value)[] Parts(StrategyAction one) =>
    [
        ("title", one.Title), ("objective", one.Objective), ("owner", one.Owner), ("begin", one.Begin), ("due", one.Due), ("budget", one.Budget),
        ("after", string.Join(", ", one.After.Order(StringComparer.Ordinal))),
    ];

    private static (string Field, object? Value)[] Parts(StrategyIndicator one) =>
    [
        ("title", one.Title), ("objective", one.Objective), ("unit", one.Unit), ("source", one.Source), ("measure", one.Measure), ("better", one.HigherIsBetter ? "up" : "down"),
        ("baseline", one.Baseline), ("target", one.Target),
    ];

    private static string Said(object? value, Language language) => value switch
    {
        null => None,
        LocalText text => text.In(language),
        DatedValue dated => FormattableString.Invariant($"{dated.Value} ({dated.Date:yyyy-MM-dd})"),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? None,
    };
}

/// <summary>A change of a strategy.</summary>
/// <param name="Kind">strategy, objective, action or indicator.</param>
/// <param name="Id">Of what; empty for the strategy.</param>
/// <param name="What">added, changed or removed.</param>
/// <param name="Field">The field that changed; empty where the whole item came or went.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
public sealed record StrategyChange(string Kind, string Id, string What, string Field, string Before, string After);
