namespace Tamiz.Integrity.Strategies;

/// <summary>How the votes of successive sessions come closer to each other.</summary>
/// <param name="Sessions">The sessions in their order, with their counts.</param>
/// <param name="Correlations">Rank correlation of each session with the one before, over the proposals that both voted on; null where there are fewer than three, or all are even.</param>
public sealed record Convergence(IReadOnlyList<(Workshop Session, VoteCount Votes)> Sessions, IReadOnlyList<double?> Correlations)
{
    private const int Fewest = 3;

    /// <summary>Works it out.</summary>
    public static Convergence Of(IEnumerable<(Workshop Session, VoteCount Votes)> sessions)
    {
        var ordered = sessions.OrderBy(one => one.Session.Date).ThenBy(one => one.Session.Number).ToList();
        return new Convergence(ordered, [.. ordered.Zip(ordered.Skip(1), (before, after) => Correlate(before.Votes, after.Votes))]);
    }

    /// <summary>Share of ballots for a proposal in each session; null where it was not voted on.</summary>
    public IEnumerable<double?> SharesOf(string proposal) => Sessions.Select(one => one.Votes.Options.FirstOrDefault(option => option.Proposal == proposal)?.Share);

    /// <summary>Kendall's rank correlation with ties (tau-b), -1 to 1; null where one side is even throughout.</summary>
    public static double? Correlation(IReadOnlyList<(double Before, double After)> pairs)
    {
        var (agree, left, right) = (0L, 0L, 0L);
        for (var i = 0; i < pairs.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (Math.Sign(pairs[i].Before - pairs[j].Before), Math.Sign(pairs[i].After - pairs[j].After));
                (agree, left, right) = (agree + (a * b), left + (a * a), right + (b * b));
            }
        }

        return left == 0 || right == 0 ? null : agree / Math.Sqrt((double)left * right);
    }

    private static double? Correlate(VoteCount before, VoteCount after)
    {
        var pairs = (from earlier in before.Options
                     join later in after.Options on earlier.Proposal equals later.Proposal
                     select (earlier.Share, later.Share)).ToList();
        return pairs.Count < Fewest ? null : Correlation(pairs);
    }
}
