using Tamiz.Selection;
using Xunit;

namespace Tamiz.Tests.Selection;

public sealed class CapacityTests
{
    private const int Days = 56;

    [Theory]
    [InlineData(5, "equal", 0.25)]
    [InlineData(5, "heavy", 0.25)]
    [InlineData(50, "equal", 0.06)]
    [InlineData(50, "heavy", 0.06)]
    [InlineData(50, "zero", 0.06)]
    [InlineData(500, "equal", 0.03)]
    [InlineData(500, "heavy", 0.03)]
    [InlineData(500, "even", 0.03)]
    public void A_share_is_met_over_two_months(int arrivals, string values, double within)
    {
        var stream = Stream.Of(arrivals, Days, arrivals, Stream.Values(values));
        var decisions = Stream.Run(Stream.Selector(Stream.ThreeLanes()), stream);
        Assert.Equal(0.05, Rate(decisions, "red"), 0.05 * within);
        Assert.Equal(0.10, Rate(decisions, "yellow"), 0.10 * within);
        if (values != "zero")
        {
            Assert.Equal(0.02, decisions.Average(decision => decision.Referral ? 1 : 0), 0.02 * Math.Max(0.1, 2 * within));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    public void Small_offices_together_get_their_share(int arrivals)
    {
        var decisions = Enumerable.Range(0, 30).SelectMany(office => Stream.Run(
            Stream.Selector(Stream.ThreeLanes()), Stream.Of(office, Days, arrivals, Stream.Values("heavy")), [(byte)office])).ToList();
        Assert.Equal(0.05, Rate(decisions, "red"), 0.003);
        Assert.Equal(0.10, Rate(decisions, "yellow"), 0.006);
    }

    [Theory]
    [InlineData("equal")]
    [InlineData("heavy")]
    public void A_number_a_day_is_used_and_exceeded_only_by_random_and_mandatory(string values)
    {
        var stream = Stream.Of(3, Days, 500, Stream.Values(values));
        var selector = Stream.Selector(Stream.Policy(new LaneRule("red", Stream.PerDay(25), 0.01)));
        var days = stream.Zip(Stream.Run(selector, stream)).GroupBy(pair => pair.First.Day).ToList();
        foreach (var day in days)
        {
            var used = 0;
            foreach (var (_, decision) in day)
            {
                Assert.False(decision.Basis is Basis.Value or Basis.Reserved && used >= 25);
                used += decision.Lane == "red" ? 1 : 0;
            }
        }

        var average = days.Skip(2).Average(day => day.Count(pair => pair.Second.Lane == "red"));
        Assert.InRange(average, 24, 26);
    }

    [Fact]
    public void A_quiet_weekday_uses_its_capacity_once_it_is_known()
    {
        var stream = Stream.Of(4, 84, 500, Stream.Values("heavy"), day => day.DayOfWeek == DayOfWeek.Sunday ? 0.2 : 1);
        var selector = Stream.Selector(Stream.Policy(new LaneRule("red", Stream.PerDay(25), 0.01)));
        var sundays = stream.Zip(Stream.Run(selector, stream))
            .Where(pair => pair.First.Day.DayOfWeek == DayOfWeek.Sunday && pair.First.Day >= Stream.Start.AddDays(28))
            .GroupBy(pair => pair.First.Day);
        Assert.InRange(sundays.Average(day => day.Count(pair => pair.Second.Lane == "red")), 23, 26);
    }

    [Fact]
    public void The_first_arrivals_ever_do_not_use_up_the_day()
    {
        foreach (var capacity in new[] { Stream.PerDay(25), Stream.Share(0.05) })
        {
            var selector = Stream.Selector(Stream.Policy(new LaneRule("red", capacity, 0)));
            var red = Stream.Run(selector, Stream.Of(5, 1, 500, Stream.Values("heavy"))).ConvertAll(decision => decision.Lane == "red");
            Assert.InRange(red.Take(50).Count(taken => taken), 0, 10);
            Assert.InRange(red.Count(taken => taken), 20, 30);
        }
    }

    [Fact]
    public void Most_of_the_value_that_hindsight_would_find_is_found()
    {
        var stream = Stream.Of(6, Days, 1000, Stream.Values("heavy"));
        var selector = Stream.Selector(Stream.Policy(new LaneRule("red", Stream.PerDay(50), 0.01)));
        double found = 0, best = 0;
        foreach (var day in stream.Zip(Stream.Run(selector, stream)).GroupBy(pair => pair.First.Day).Skip(7))
        {
            found += day.Where(pair => pair.Second.Lane == "red").Sum(pair => pair.Second.Value);
            best += day.Select(pair => pair.Second.Value).OrderDescending().Take(50).Sum();
        }

        Assert.InRange(found / best, 0.85, 1);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(50)]
    public void Small_offices_are_choosy_over_days(int arrivals)
    {
        double found = 0, best = 0;
        for (var office = 0; office < 20; office++)
        {
            var decisions = Stream.Run(Stream.Selector(Stream.Policy(new LaneRule("red", Stream.Share(0.05), 0))),
                Stream.Of(office, Days, arrivals, Stream.Values("heavy")));
            var red = decisions.Where(decision => decision.Lane == "red").ToList();
            found += red.Sum(decision => decision.Value);
            best += decisions.Select(decision => decision.Value).OrderDescending().Take(red.Count).Sum();
        }

        Assert.InRange(found / best, 0.85, 1);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(500)]
    public void A_reserve_keeps_its_area_from_starving(int arrivals)
    {
        var random = new Random(8);
        var stream = Stream.Of(8, Days, arrivals, Stream.Values("heavy")).ConvertAll(candidate => random.Next(10) == 0
            ? candidate with { Values = [.. candidate.Values, new AreaValue("safety", 0.01)] }
            : candidate);
        var decisions = Stream.Run(Stream.Selector(Stream.ThreeLanes(), 0.2m), stream);
        Assert.Equal(0.05, Rate(decisions, "red"), 0.003);
        var reserved = decisions.Where(decision => decision is { Lane: "red", Basis: Basis.Reserved }).ToList();
        Assert.All(reserved, decision => Assert.Equal("safety", decision.Area));
        Assert.Equal(0.05 * 0.2, (double)reserved.Count / decisions.Count, 0.0025);
    }

    [Fact]
    public void A_reserve_that_nothing_needs_goes_to_the_rest()
    {
        var decisions = Stream.Run(Stream.Selector(Stream.ThreeLanes(), 0.5m), Stream.Of(9, Days, 300, Stream.Values("heavy")));
        Assert.Equal(0.05, Rate(decisions, "red"), 0.002);
        Assert.DoesNotContain(decisions, decision => decision.Basis == Basis.Reserved);
    }

    [Fact]
    public void Mandatory_controls_leave_less_for_value()
    {
        var random = new Random(10);
        var stream = Stream.Of(10, Days, 300, Stream.Values("heavy"))
            .ConvertAll(candidate => random.Next(50) == 0 ? candidate with { Mandatory = "LIST" } : candidate);
        var decisions = Stream.Run(Stream.Selector(Stream.ThreeLanes()), stream);
        Assert.Equal(0.05, Rate(decisions, "red"), 0.002);
        Assert.Equal(0.02, decisions.Average(decision => decision.Mandatory is not null ? 1 : 0), 0.004);
    }

    [Fact]
    public void Where_mandatory_controls_overdraw_a_share_the_highest_values_still_come_through()
    {
        var random = new Random(13);
        var stream = Stream.Of(13, Days, 300, Stream.Values("heavy"))
            .ConvertAll(candidate => random.Next(10) == 0 ? candidate with { Mandatory = "LIST" } : candidate);
        var decisions = Stream.Run(Stream.Selector(Stream.ThreeLanes()), stream);
        Assert.Equal(0.05 / 4, decisions.Average(decision => decision is { Lane: "red", Basis: Basis.Value } ? 1.0 : 0), 0.002);
    }

    [Fact]
    public void When_all_values_fall_the_bid_price_follows()
    {
        var before = Stream.Of(11, 60, 200, Stream.Values("heavy"));
        var after = Stream.Of(12, Days, 200, random => Stream.Values("heavy")(random) / 20)
            .ConvertAll(candidate => candidate with { Identity = "later/" + candidate.Identity, Day = candidate.Day.AddDays(60) });
        var selector = Stream.Selector(Stream.ThreeLanes());
        Stream.Run(selector, before);
        Assert.Equal(0.05, Rate(Stream.Run(selector, after), "red"), 0.01);
    }

    private static double Rate(List<LaneDecision> decisions, string lane) => decisions.Average(decision => decision.Lane == lane ? 1.0 : 0);
}
