using System.Globalization;
using Xunit;

namespace Tamiz.Tests.Simulation.World;

public class PolicyTests
{
    private static readonly string[] Policies = ["random", "value", "legacy", "oracle"];

    [Fact]
    public void The_oracle_finds_most_money_and_value_order_more_than_a_draw()
    {
        var evaded = Policies.ToDictionary(policy => policy, policy =>
        {
            using var world = MadeWorld.Of("islet", size: 12_000, months: 4, policy: policy);
            var red = world.RowsOf("observed/controls.csv").Where(row => row["lane"] == "red").Select(row => row["declaration"]).ToHashSet();
            return world.RowsOf("truth/items.csv").Where(row => row["version"] == "1" && red.Contains(row["declaration"])).Sum(row => decimal.Parse(row["evaded"], CultureInfo.InvariantCulture));
        });
        Assert.True(evaded["oracle"] > 2 * evaded["value"], string.Join(' ', evaded));
        Assert.True(evaded["value"] > evaded["random"], string.Join(' ', evaded));
        Assert.True(evaded["legacy"] > evaded["random"], string.Join(' ', evaded));
    }

    [Fact]
    public void Every_policy_has_the_same_capacity()
    {
        var shares = Policies.Select(policy =>
        {
            using var world = MadeWorld.Of("sparse", size: 12_000, months: 2, policy: policy);
            var lodged = world.Weeks.Sum(week => week.Assignments.Count);
            return world.RowsOf("observed/controls.csv").Count(row => row["lane"] == "red") / (double)lodged;
        }).ToList();
        Assert.All(shares, share => Assert.InRange(share, 0.030, 0.050));
    }

    [Fact]
    public void Of_the_random_stratum_each_control_has_its_probability()
    {
        using var world = MadeWorld.Of("honduras", size: 40_000, months: 3);
        var drawn = world.RowsOf("observed/controls.csv").Where(row => row["basis"] == "random").ToList();
        var expected = world.World.State.Pack.Control.Random * world.Weeks.Sum(week => week.Assignments.Count);
        Assert.InRange(drawn.Count, expected - (4 * Math.Sqrt(expected)), expected + (4 * Math.Sqrt(expected)));
        Assert.All(drawn, row => Assert.InRange(double.Parse(row["probability"], CultureInfo.InvariantCulture), world.World.State.Pack.Control.Random - 1e-9, 1));
    }
}
