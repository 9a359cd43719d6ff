using CsCheck;
using Tamiz.Integrity.Reading;
using Tamiz.Integrity.Strategies;
using Xunit;

namespace Tamiz.Tests.Integrity;

/// <summary>Nobody's vote can be traced: neither in the file that is kept, nor in what is shown.</summary>
public class BallotTests
{
    private static readonly string[] Units = ["north", "south", "port", "legal", "audit"];
    private static readonly string[] Options = ["p1", "p2", "p3"];
    private static readonly Gen<Ballot> OneBallot = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 7]).Select((unit, supported) =>
        new Ballot(Units[unit < 45 ? 0 : unit < 75 ? 1 : unit < 90 ? 2 : unit < 96 ? 3 : 4], [.. Options.Where((_, index) => (supported & (1 << index)) != 0)]));

    private static readonly Gen<Ballot[]> Cast = OneBallot.Array[0, 40];

    [Fact]
    public void What_is_kept_and_what_is_shown_are_the_same_for_any_order_of_ballots() =>
        Gen.Select(Cast, Gen.Int).Sample((ballots, seed) =>
        {
            var shuffled = ballots.OrderBy(ballot => unchecked((seed * 31) + (Array.IndexOf(ballots, ballot) * 2654435761))).ToArray();
            Assert.Equal(Ballots.Write(ballots), Ballots.Write(shuffled));
            Assert.Equal(Say(ballots), Say(shuffled));
        });

    [Fact]
    public void Sealing_twice_changes_nothing_and_what_is_shown_stays() =>
        Cast.Sample(ballots =>
        {
            var sealedOnce = Ballots.Seal(ballots);
            Assert.Equal(Ballots.Write(ballots), Ballots.Write(sealedOnce));
            Assert.Equal(Say(ballots), Say(sealedOnce));
        });

    [Fact]
    public void No_unit_of_fewer_than_five_is_kept_or_shown_by_itself() =>
        Cast.Sample(ballots =>
        {
            var small = Units.Where(unit => ballots.Count(ballot => ballot.Unit == unit) is > 0 and < Ballots.Least).ToList();
            Assert.DoesNotContain(Ballots.Seal(ballots), ballot => small.Contains(ballot.Unit));
            var count = VoteCount.Of(Session(), ballots);
            Assert.DoesNotContain(count.Units, unit => small.Contains(unit.Unit));
            Assert.All(count.Options, option => Assert.DoesNotContain(option.ByUnit.Keys, small.Contains));
        });

    [Fact]
    public void What_is_shown_does_not_say_which_small_unit_cast_which_ballot() =>
        Gen.Select(Cast, Gen.Int[1, 4]).Sample((ballots, turn) =>
        {
            var small = Ballots.SmallUnits(ballots);
            int[] places = [.. Enumerable.Range(0, ballots.Length).Where(index => small.Contains(ballots[index].Unit))];
            var turned = ballots.ToArray();
            for (var i = 0; i < places.Length; i++)
            {
                turned[places[i]] = ballots[places[(i + turn) % places.Length]] with { Unit = ballots[places[i]].Unit };
            }

            Assert.Equal(Say(ballots), Say(turned));
        });

    [Fact]
    public void Taking_what_is_shown_from_the_total_leaves_nobody_alone() =>
        Cast.Sample(ballots =>
        {
            var count = VoteCount.Of(Session(), ballots);
            foreach (var option in count.Options)
            {
                var shown = count.Units.Where(unit => option.ByUnit.ContainsKey(unit.Unit)).ToList();
                var rest = count.Ballots - shown.Sum(unit => unit.Ballots);
                var support = option.Total - shown.Sum(unit => option.ByUnit[unit.Unit]);
                Assert.True(shown.Count == 0 || rest == 0 || (rest >= Ballots.Least && support is > 1 && support < rest - 1), $"{option.Proposal}: {support} of {rest}");
                Assert.All(shown, unit => Assert.InRange(option.ByUnit[unit.Unit], 2, unit.Ballots - 2));
            }
        });

    [Fact]
    public void Rank_correlation_is_what_counting_pairs_gives() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[3, 12].Sample(pairs =>
        {
            var value = Convergence.Correlation([.. pairs.Select(pair => ((double)pair.Item1, (double)pair.Item2))]);
            var all = (from i in Enumerable.Range(0, pairs.Length) from j in Enumerable.Range(i + 1, pairs.Length - i - 1) select (pairs[i], pairs[j])).ToList();
            var agree = all.Count(two => (two.Item1.Item1 - two.Item2.Item1) * (two.Item1.Item2 - two.Item2.Item2) > 0) - all.Count(two => (two.Item1.Item1 - two.Item2.Item1) * (two.Item1.Item2 - two.Item2.Item2) < 0);
            var (left, right) = (all.Count(two => two.Item1.Item1 != two.Item2.Item1), all.Count(two => two.Item1.Item2 != two.Item2.Item2));
            if (left == 0 || right == 0)
            {
                Assert.Null(value);
            }
            else
            {
                Assert.Equal(agree / Math.Sqrt((double)left * right), value!.Value, 12);
            }
        });

    private static string Say(IReadOnlyList<Ballot> ballots)
    {
        var count = VoteCount.Of(Session(), ballots);
        return $"{count.Ballots}; {string.Join(' ', count.Units)}; "
            + string.Join("; ", count.Options.Select(option => $"{option.Proposal} {option.Total} {string.Join(' ', option.ByUnit.OrderBy(pair => pair.Key, StringComparer.Ordinal))}"));
    }

    private static Workshop Session() => new("s", 1, new DateOnly(2026, 1, 1), new TimeOnly(8, 30), LocalText.None, [], [.. Options.Select(id => new Proposal(id, "morale", LocalText.Of(id), "", []))], []);
}
