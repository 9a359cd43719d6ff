namespace Tamiz.Trials;

/// <summary>
/// Who has all published sums, exact and not rounded, and knows what everybody said of himself and who answered; he wants to know what single
/// persons, or fewer than a group, answered.
/// </summary>
/// <param name="answers">By person: the answer; he does not know it, it only tells whether he was right.</param>
/// <param name="minimum">A group's fewest persons.</param>
/// <param name="alikeLimit">Below this size, a group that answers alike gives its members away.</param>
public sealed class ReidentifyingAttacker(double[] answers, int minimum, int alikeLimit)
{
    private const double Tolerance = 1e-7;

    /// <summary>Persons of whom he learns an answer.</summary>
    /// <param name="groups">The published groups; each by person: whether it belongs.</param>
    public IReadOnlySet<int> Found(IReadOnlyList<bool[]> groups)
    {
        var found = new SortedSet<int>();
        found.UnionWith(groups.Where(GivesAway).SelectMany(Members));
        found.UnionWith(Differences(groups).Where(GivesAway).SelectMany(Members));
        found.UnionWith(ByAlgebra(groups));
        return found;
    }

    private static IEnumerable<int> Members(bool[] group) => Enumerable.Range(0, group.Length).Where(i => group[i]);

    private bool GivesAway(bool[] group)
    {
        var members = Members(group).ToList();
        return members.Count > 0 && (members.Count < minimum || (members.Count < alikeLimit && members.All(i => answers[i] == answers[members[0]])));
    }

    // A group less those published groups that lie in it and do not meet one another, taken from the largest on and from the smallest on.
    private static IEnumerable<bool[]> Differences(IReadOnlyList<bool[]> groups)
    {
        foreach (var outer in groups)
        {
            var inside = groups.Where(group => group != outer && Members(group).All(i => outer[i])).OrderBy(group => group.Count(on => on)).ToList();
            foreach (var one in inside)
            {
                yield return [.. outer.Select((on, i) => on && !one[i])];
            }

            foreach (var order in new[] { inside, Enumerable.Reverse(inside).ToList() })
            {
                var left = (bool[])outer.Clone();
                foreach (var one in order.Where(one => Members(one).All(i => left[i])))
                {
                    left = [.. left.Select((on, i) => on && !one[i])];
                    yield return left;
                }
            }
        }
    }

    // The published sums as linear equations. A person is determined where every solution of the equations without right side is 0 for him; two
    // persons together, where in every such solution theirs are in the same proportion.
    private IEnumerable<int> ByAlgebra(IReadOnlyList<bool[]> groups)
    {
        var (reduced, pivots) = Reduced(groups);
        var free = Enumerable.Range(0, answers.Length).Except(pivots).ToList();
        var solutions = new double[answers.Length][];
        foreach (var i in free)
        {
            solutions[i] = [.. free.Select(f => f == i ? 1.0 : 0)];
        }

        for (var row = 0; row < pivots.Count; row++)
        {
            solutions[pivots[row]] = [.. free.Select(f => -reduced[row][f])];
        }

        var kinds = Enumerable.Range(0, answers.Length).GroupBy(i => Direction(solutions[i])).ToList();
        return kinds.Where(kind => kind.Key.Length == 0).SelectMany(kind => kind)
            .Concat(kinds.Where(kind => kind.Key.Length > 0 && kind.Count() > 1).SelectMany(kind => kind).Where(_ => minimum > 2));
    }

    // The vector scaled so that its first number is 1; empty for 0.
    private static string Direction(double[] solution)
    {
        var first = solution.FirstOrDefault(value => Math.Abs(value) > Tolerance);
        return first == 0 ? "" : string.Join(' ', solution.Select((value, i) => (i, Scaled: Math.Round(value / first, 5))).Where(one => one.Scaled != 0).Select(one => $"{one.i}:{one.Scaled:R}"));
    }

    private static (List<double[]> Rows, List<int> Pivots) Reduced(IReadOnlyList<bool[]> groups)
    {
        var rows = groups.Select(group => group.Select(on => on ? 1.0 : 0).ToArray()).ToList();
        var pivots = new List<int>();
        for (var column = 0; rows.Count > 0 && column < rows[0].Length && pivots.Count < rows.Count; column++)
        {
            var at = pivots.Count;
            var best = Enumerable.Range(at, rows.Count - at).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[best][column]) < Tolerance)
            {
                continue;
            }

            (rows[at], rows[best]) = (rows[best], rows[at]);
            var by = rows[at][column];
            rows[at] = [.. rows[at].Select(value => value / by)];
            foreach (var row in Enumerable.Range(0, rows.Count).Where(row => row != at && rows[row][column] != 0))
            {
                var times = rows[row][column];
                rows[row] = [.. rows[row].Zip(rows[at], (value, lead) => value - (times * lead))];
            }

            pivots.Add(column);
        }

        return (rows, pivots);
    }
}
