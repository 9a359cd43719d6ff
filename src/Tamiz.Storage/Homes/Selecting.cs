using Tamiz.Ledger;
using Tamiz.Selection;

namespace Tamiz.Storage.Homes;

/// <summary>How a home selects: from what the ledger holds, so that it can be done again.</summary>
public static class Selecting
{
    /// <summary>The lanes of an office from the most controlling on, the release lane last.</summary>
    public static IReadOnlyList<string> OrderOf(SelectionPolicy policy, string office) => [.. policy.Of(office).Lanes.Select(lane => lane.Lane), policy.ReleaseLane];

    /// <summary>The bounds below which the draw alone gives a lane.</summary>
    public static IReadOnlyList<LaneBound> BoundsOf(OfficeRule rule)
    {
        var bounds = new LaneBound[rule.Lanes.Count];
        var bound = 0.0;
        for (var i = 0; i < bounds.Length; i++)
        {
            bound = Math.Min(1, bound + rule.Lanes[i].Random);
            bounds[i] = new LaneBound(rule.Lanes[i].Lane, bound);
        }

        return bounds;
    }

    /// <summary>The lane of an amended declaration: the more controlling of what is decided now and of what was decided before.</summary>
    /// <param name="decision">What selection gives the amended declaration.</param>
    /// <param name="before">Its lane so far.</param>
    /// <param name="order">The office's lanes, the most controlling first.</param>
    public static LaneDecision Raised(LaneDecision decision, LaneGiven before, IReadOnlyList<string> order) =>
        Rank(order, decision.Lane) <= Rank(order, before.Lane) ? decision : before.Decision(decision.Draw);

    // A lane that the office has no longer controls less than any.
    private static int Rank(IReadOnlyList<string> order, string lane)
    {
        var rank = 0;
        while (rank < order.Count && order[rank] != lane)
        {
            rank++;
        }

        return rank;
    }
}
