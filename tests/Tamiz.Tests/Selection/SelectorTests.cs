using CsCheck;
using Tamiz.Selection;
using Xunit;

namespace Tamiz.Tests.Selection;

public sealed class SelectorTests
{
    private static readonly double[] SomeValues = [0, 1, 100, 2500, 1e9];

    private static readonly Gen<List<Candidate>> Streams =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 9], Gen.Bool)
            .List[0, 300].Select(steps =>
            {
                var day = Stream.Start;
                var number = 0;
                return steps.ConvertAll(step =>
                {
                    day = day.AddDays(number % 40 == 39 ? step.Item1 : 0);
                    return Stream.Candidate(number++, day, SomeValues[step.Item2], step.Item3 == 0 ? "PROFILE-7" : null, step.Item4 ? "A" : "B");
                });
            });

    [Fact]
    public void Equal_input_gives_equal_output() => Streams.Sample(stream =>
        Stream.Run(Stream.Selector(Stream.ThreeLanes()), stream).SequenceEqual(Stream.Run(Stream.Selector(Stream.ThreeLanes()), stream)));

    [Fact]
    public void What_comes_later_changes_no_earlier_decision() => Gen.Select(Streams, Streams).Sample((past, future) =>
    {
        var alone = Stream.Run(Stream.Selector(Stream.ThreeLanes()), past);
        var followed = Stream.Run(Stream.Selector(Stream.ThreeLanes()), past.Concat(future));
        return alone.SequenceEqual(followed.Take(past.Count));
    });

    [Fact]
    public void Another_office_changes_nothing() => Streams.Sample(stream =>
    {
        var own = stream.Where(candidate => candidate.Office == "A").ToList();
        var alone = Stream.Run(Stream.Selector(Stream.ThreeLanes()), own);
        var together = stream.Zip(Stream.Run(Stream.Selector(Stream.ThreeLanes()), stream)).Where(pair => pair.First.Office == "A");
        return alone.SequenceEqual(together.Select(pair => pair.Second));
    });

    [Fact]
    public void Decisions_are_coherent() => Streams.Sample(stream =>
    {
        foreach (var (candidate, decision) in stream.Zip(Stream.Run(Stream.Selector(Stream.ThreeLanes(), 0.2m), stream)))
        {
            Assert.InRange(decision.InclusionProbability, decision.RandomProbability, 1);
            Assert.InRange(decision.LaneProbability, double.Epsilon, 1);
            Assert.Equal(decision.Lane == "green", decision.Basis == Basis.None);
            Assert.False(decision.Referral && decision.Lane == "red");
            Assert.False(decision.Referral && decision.ReferralProbability == 0);
            Assert.Equal(candidate.Mandatory, decision.Mandatory);
            Assert.True(candidate.Mandatory is null || decision is { Lane: "red", InclusionProbability: 1 });
            Assert.True(decision.Basis != Basis.Value || decision.Value >= decision.BidPrice);
        }
    });

    [Fact]
    public void The_recorded_probabilities_are_those_of_the_draw()
    {
        const int Grid = 1000;
        foreach (var value in new[] { 0, 20, 100, 108, 5000.0 })
        {
            var decisions = new List<LaneDecision>();
            for (var i = 0; i < Grid; i++)
            {
                var selector = Stream.Selector(Stream.ThreeLanes());
                Stream.Run(selector, Stream.Of(1, 3, 60, Stream.Values("equal")));
                decisions.Add(selector.Select(Stream.Candidate(9999, Stream.Start.AddDays(3), value), ((i + 0.5) / Grid, 0.5)));
            }

            foreach (var lane in decisions.GroupBy(decision => decision.Lane))
            {
                var probability = Assert.Single(lane.Select(decision => decision.LaneProbability).Distinct());
                Assert.Equal(probability, (double)lane.Count() / Grid, 0.0015);
            }

            var controlled = decisions.Where(decision => decision.Lane != "green").Select(decision => decision.Lane).Count();
            Assert.All(decisions.Where(decision => decision.Lane == "green"),
                decision => Assert.Equal((double)controlled / Grid, decision.InclusionProbability, 0.0015));
        }
    }

    [Fact]
    public void A_clock_set_back_at_midnight_does_not_open_the_day_again()
    {
        var selector = Stream.Selector(Stream.Policy(new LaneRule("red", Stream.PerDay(3), 0)));
        var red = 0;
        for (var i = 0; i < 4000; i++)
        {
            var decision = selector.Decide(Stream.Candidate(i, Stream.Start.AddDays(i % 2 == 0 ? 1 : 0), 100));
            red += decision.Lane == "red" ? 1 : 0;
        }

        Assert.Equal(3, red);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_no_amount_is_refused(double value) =>
        Assert.Throws<ArgumentException>(() => Stream.Selector(Stream.ThreeLanes()).Decide(Stream.Candidate(1, Stream.Start, value)));
}
