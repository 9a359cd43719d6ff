using Tamiz.Simulation.World;
using Xunit;

namespace Tamiz.Tests.Simulation.World;

public class SameBytesTests
{
    private static readonly WorldSettings Settings = new(3, 3, 2_000, new DateOnly(2025, 1, 1));

    [Fact]
    public void One_two_and_eight_threads_write_the_same_bytes()
    {
        var plan = MadeWorld.PlanOf("drifting");
        using var one = MadeWorld.Of(plan, Settings, threads: 1);
        foreach (var threads in new[] { 2, 8 })
        {
            using var more = MadeWorld.Of(plan, Settings, threads);
            Assert.Equal(one.Hashes(), more.Hashes());
            Assert.Equal(one.TextOf("world.json"), more.TextOf("world.json"));
        }
    }

    [Fact]
    public void Stepping_week_by_week_and_writing_at_once_give_the_same_bytes()
    {
        var plan = MadeWorld.PlanOf("islet");
        using var stepped = MadeWorld.Of(plan, Settings);
        using var once = MadeWorld.Of(plan, Settings, atOnce: true);
        Assert.Equal(stepped.Hashes(), once.Hashes());
    }

    [Fact]
    public void Another_seed_makes_another_world()
    {
        var plan = MadeWorld.PlanOf("islet");
        using var one = MadeWorld.Of(plan, Settings);
        using var other = MadeWorld.Of(plan, Settings with { Seed = 4 });
        Assert.NotEqual(one.TextOf("declarations/2025-01.csv"), other.TextOf("declarations/2025-01.csv"));
    }

    [Theory]
    [InlineData("honduras")]
    [InlineData("islet")]
    [InlineData("sparse")]
    [InlineData("drifting")]
    public void A_small_world_has_the_bytes_that_were_accepted(string country)
    {
        using var world = MadeWorld.Of(country, size: 2_000, months: 2, seed: 1);
        Golden.Check($"tests/Tamiz.Tests/Simulation/World/Golden/{country}.txt", world.Hashes());
    }
}
