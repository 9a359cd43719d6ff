namespace Tamiz.Integrity.Strategies;

/// <summary>
/// The votes of a session as they may be shown. A unit is shown by itself only with five ballots, and a count only where it leaves it open
/// what each of them, and each of those that are not shown, supported, also to somebody who knows one ballot.
/// </summary>
/// <param name="Ballots">All ballots.</param>
/// <param name="Units">The units that are shown, with their ballots.</param>
/// <param name="Options">A count for each proposal, in the session's order.</param>
public sealed record VoteCount(int Ballots, IReadOnlyList<(string Unit, int Ballots)> Units, IReadOnlyList<OptionCount> Options)
{
    /// <summary>Counts.</summary>
    public static VoteCount Of(Workshop session, IReadOnlyList<Ballot> ballots)
    {
        var small = Strategies.Ballots.SmallUnits(ballots);
        var units = ballots.GroupBy(ballot => ballot.Unit, StringComparer.Ordinal).Where(group => !small.Contains(group.Key))
            .Select(group => (group.Key, Count: group.Count())).OrderBy(unit => unit.Key, StringComparer.Ordinal).ToList();
        var hidden = ballots.Count - units.Sum(unit => unit.Count);
        return new VoteCount(ballots.Count, units, [.. session.Proposals.Select(proposal => Count(proposal.Id, ballots, units, (hidden, small.Count + (small.Contains(Strategies.Ballots.Small) ? 1 : 0))))]);
    }

    /// <summary>How far ballots agree: 0 where each proposal is supported by half of them, 1 where by all or by none; null without ballots.</summary>
    public double? Agreement => Ballots == 0 || Options.Count == 0 ? null : Options.Sum(option => Math.Abs((2 * option.Share) - 1)) / Options.Count;

    private static OptionCount Count(string proposal, IReadOnlyList<Ballot> ballots, List<(string Unit, int Ballots)> units, (int Ballots, int Units) hidden)
    {
        var support = units.ToDictionary(unit => unit.Unit, unit => ballots.Count(ballot => ballot.Unit == unit.Unit && ballot.Proposals.Contains(proposal)), StringComparer.Ordinal);
        var total = ballots.Count(ballot => ballot.Proposals.Contains(proposal));
        var shown = units.Where(unit => !Tells(support[unit.Unit], unit.Ballots)).OrderBy(unit => unit.Ballots).ThenBy(unit => unit.Unit, StringComparer.Ordinal).ToList();
        while (shown.Count > 0)
        {
            var rest = ballots.Count - shown.Sum(unit => unit.Ballots);
            var restUnits = hidden.Units + units.Count - shown.Count;
            if (rest == 0 || (restUnits > 1 && rest >= Strategies.Ballots.Least && !Tells(total - shown.Sum(unit => support[unit.Unit]), rest)))
            {
                break;
            }

            shown.RemoveAt(0);
        }

        return new OptionCount(proposal, total, ballots.Count == 0 ? 0 : (double)total / ballots.Count, shown.ToDictionary(unit => unit.Unit, unit => support[unit.Unit], StringComparer.Ordinal));
    }

    // All, all but one, one or none of them: the ballots of the others follow for somebody who knows one.
    private static bool Tells(int support, int ballots) => support <= 1 || support >= ballots - 1;
}

/// <summary>Support for a proposal.</summary>
/// <param name="Proposal">Its id.</param>
/// <param name="Total">Ballots of the session that support it.</param>
/// <param name="Share">Their share, 0 to 1.</param>
/// <param name="ByUnit">Ballots of units, where they may be shown.</param>
public sealed record OptionCount(string Proposal, int Total, double Share, IReadOnlyDictionary<string, int> ByUnit);
