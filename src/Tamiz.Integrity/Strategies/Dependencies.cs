namespace Tamiz.Integrity.Strategies;

/// <summary>Which actions wait for which.</summary>
public static class Dependencies
{
    /// <summary>Actions that wait for each other, a circle each, beginning with the least id; each action stands in one at most.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Circles(IReadOnlyList<StrategyAction> actions)
    {
        var after = actions.DistinctBy(action => action.Id).ToDictionary(action => action.Id, action => action.After, StringComparer.Ordinal);
        var circles = new List<IReadOnlyList<string>>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in after.Keys.Order(StringComparer.Ordinal).Where(start => !done.Contains(start)))
        {
            if (Way(start, after) is { } circle)
            {
                circles.Add(circle);
                done.UnionWith(circle);
            }
        }

        return circles;
    }

    // The shortest way from an action over those it waits for back to itself; null where there is none.
    private static List<string>? Way(string start, Dictionary<string, IReadOnlyList<string>> after)
    {
        var (from, queue) = (new Dictionary<string, string>(StringComparer.Ordinal), new Queue<string>([start]));
        while (queue.TryDequeue(out var current))
        {
            foreach (var next in after.GetValueOrDefault(current, []).Where(next => !from.ContainsKey(next)))
            {
                from[next] = current;
                queue.Enqueue(next);
            }
        }

        if (!from.TryGetValue(start, out var last))
        {
            return null;
        }

        var way = new List<string> { start };
        for (var at = last; at != start; at = from[at])
        {
            way.Insert(1, at);
        }

        return way;
    }
}
