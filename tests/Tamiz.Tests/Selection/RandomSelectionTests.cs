using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Tamiz.Selection;
using Xunit;

namespace Tamiz.Tests.Selection;

public sealed class RandomSelectionTests
{
    [Fact]
    public void Draws_are_what_an_auditor_computes() => Gen.Select(Gen.Byte.Array[0, 100], Gen.String).Sample((seed, identity) =>
    {
        var hash = HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes(identity));
        ulong lane = 0, referral = 0;
        for (var i = 0; i < 8; i++)
        {
            (lane, referral) = ((lane << 8) | hash[i], (referral << 8) | hash[8 + i]);
        }

        var draws = Draws.Of(seed, identity);
        return draws.Lane == (double)(lane >> 11) / (1L << 53) && draws.Referral == (double)(referral >> 11) / (1L << 53)
            && draws.Lane is >= 0 and < 1;
    });

    [Fact]
    public void The_random_share_is_met_over_100_000_draws()
    {
        const int Draws = 100_000;
        var decisions = Stream.Run(Stream.Selector(Stream.ThreeLanes()), Stream.Of(2, 200, Draws / 200.0, Stream.Values("heavy")).Take(Draws));
        foreach (var (lane, share) in new[] { ("red", 0.01), ("yellow", 0.02) })
        {
            var count = decisions.Count(decision => decision.Basis == Basis.Random && decision.Lane == lane);
            var expected = share * decisions.Count;

            // In yellow, those that value sends to red are gone (at most 4 % of all).
            Assert.InRange(count, (lane == "red" ? 1 : 0.95) * (expected - (4 * Math.Sqrt(expected))), expected + (4 * Math.Sqrt(expected)));
        }
    }

    [Fact]
    public void Neither_value_nor_capacity_nor_duty_changes_who_is_drawn() => Gen.Select(Gen.Double[0, 1e6], Gen.Int[0, 40], Gen.Bool).Sample((value, places, mandatory) =>
    {
        var selector = Stream.Selector(Stream.Policy(new LaneRule("red", Stream.PerDay(places), 0.05)));
        for (var i = 0; i < 300; i++)
        {
            var candidate = Stream.Candidate(i, Stream.Start, i % 7 * value, mandatory && i % 3 == 0 ? "LIST" : null);
            var decision = selector.Decide(candidate);
            Assert.Equal(Draws.Of(Stream.Seed, candidate.Identity).Lane, decision.Draw);
            Assert.Equal(decision.Draw < 0.05, decision.Basis == Basis.Random);
            Assert.Equal(decision.Basis == Basis.Random && candidate.Mandatory is not null, decision.AlsoMandatory);
        }
    }, iter: 50);

    [Fact]
    public void A_full_day_still_honours_random_and_mandatory()
    {
        var selector = Stream.Selector(Stream.Policy(new LaneRule("red", Stream.PerDay(1), 0.1)));
        var decisions = Enumerable.Range(0, 500)
            .Select(i => selector.Decide(Stream.Candidate(i, Stream.Start, 100, i % 2 == 0 ? "LIST" : null))).ToList();
        Assert.All(decisions, decision => Assert.Equal(decision.Draw < 0.1 || decision.Mandatory is not null, decision.Lane == "red"));
        Assert.DoesNotContain(decisions, decision => decision.Basis == Basis.Value);
        Assert.All(decisions.Where(decision => decision.Basis == Basis.Mandatory), decision => Assert.Equal(double.NaN, decision.BidPrice));
    }

    [Fact]
    public void Weighting_by_the_inclusion_probability_estimates_the_whole_without_bias()
    {
        var stream = Stream.Of(7, 60, 300, Stream.Values("heavy"));
        var policy = Stream.Policy(new LaneRule("red", Stream.Share(0.05), 0.02));
        double estimate = 0, variance = 0;
        foreach (var decision in Stream.Run(Stream.Selector(policy), stream))
        {
            var p = decision.InclusionProbability;
            estimate += decision.Lane == "red" ? 1 / p : 0;
            variance += (1 - p) / p;
        }

        Assert.InRange(estimate, stream.Count - (4 * Math.Sqrt(variance)), stream.Count + (4 * Math.Sqrt(variance)));
    }
}
