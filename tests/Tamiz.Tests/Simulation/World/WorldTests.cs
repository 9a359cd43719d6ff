using System.Globalization;
using Tamiz.Declarations.Checks;
using Tamiz.Simulation.Checking;
using Tamiz.Simulation.World;
using Xunit;

namespace Tamiz.Tests.Simulation.World;

public class WorldTests
{
    [Theory]
    [InlineData("honduras")]
    [InlineData("islet")]
    [InlineData("sparse")]
    [InlineData("drifting")]
    public void A_small_world_agrees_with_itself(string country)
    {
        using var world = MadeWorld.Of(country, size: 8_000, months: 5, seed: 11);
        var report = WorldCheck.Run(world.Folder);
        Assert.True(report.Rules.All(rule => rule.Broken == 0), string.Join('\n', report.Diagnostics));
    }

    [Fact]
    public void Five_offices_of_the_mid_sized_country_hold_four_fifths_of_the_revenue()
    {
        using var world = MadeWorld.Of("honduras", size: 60_000, months: 4);
        var taxes = new Dictionary<string, double>();
        foreach (var row in Directory.GetFiles(Path.Combine(world.Folder, "declarations"), "*.csv").SelectMany(file => world.RowsOf(Path.GetRelativePath(world.Folder, file))))
        {
            taxes[row["declaration.office"]] = taxes.GetValueOrDefault(row["declaration.office"]) + double.Parse(row["item.taxes"], CultureInfo.InvariantCulture);
        }

        Assert.Equal(27, taxes.Count);
        Assert.InRange(taxes.Values.OrderDescending().Take(5).Sum() / taxes.Values.Sum(), 0.72, 0.90);
    }

    [Fact]
    public void Schemes_come_up_spread_and_are_given_up_by_some_who_are_caught()
    {
        using var world = MadeWorld.Of("drifting", size: 30_000, months: 12);
        var months = world.RowsOf("truth/schemes.csv").Where(row => row["scheme"] == "clothing-wave").Select(row => int.Parse(row["actors"], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(0, months[0]);
        Assert.True(months[^1] > 0);
        Assert.True(world.RowsOf("truth/schemes.csv").Sum(row => int.Parse(row["caught"], CultureInfo.InvariantCulture)) > 0);
        Assert.True(world.RowsOf("truth/schemes.csv").Sum(row => int.Parse(row["born"], CultureInfo.InvariantCulture)) > 0);
        Assert.Contains(Enumerable.Range(0, world.World.State.Schemes.Schemes.Count), scheme => world.World.State.Life.Former(scheme).Count > 0);
    }

    [Fact]
    public void Where_trade_drifts_goods_origins_and_actors_move()
    {
        using var still = MadeWorld.Of("islet", size: 20_000, months: 10);
        using var drifting = MadeWorld.Of("drifting", size: 20_000, months: 10);
        foreach (var column in new[] { "item.hs", "item.origin", "importer.id" })
        {
            Assert.True(Moved(drifting, column) > 1.2 * Moved(still, column), column);
        }
    }

    [Fact]
    public void Every_mechanism_and_every_kind_occurs()
    {
        using var world = MadeWorld.Of("drifting", size: 60_000, months: 9);
        var items = world.RowsOf("truth/items.csv");
        Assert.Equal(
            Tamiz.Simulation.Schemes.AllMechanisms.List.Select(mechanism => mechanism.Name).Order(StringComparer.Ordinal),
            items.Select(row => row["mechanism"]).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["bargain", "error", "fraud", "honest"], items.Select(row => row["kind"]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(items.Where(row => row["kind"] is "bargain" or "honest"), row => Assert.Equal("0.00", row["evaded"]));
        Assert.Equal(world.World.State.Schemes.Schemes.Select(scheme => scheme.Name).Order(StringComparer.Ordinal),
            items.Select(row => row["scheme"]).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal));
    }

    // The stated probability is one: among items of like probability, as many are wrong as it says.
    [Fact]
    public void The_probability_of_non_compliance_is_calibrated()
    {
        using var world = MadeWorld.Of("drifting", size: 60_000, months: 6);
        var items = world.RowsOf("truth/items.csv").Where(row => row["version"] == "1" && row["scheme"] != "splitting")
            .Select(row => (Probability: double.Parse(row["probability"], CultureInfo.InvariantCulture), Wrong: row["kind"] is "fraud" or "error" ? 1.0 : 0)).OrderBy(item => item.Probability).ToList();
        foreach (var tenth in items.Chunk((items.Count / 10) + 1))
        {
            var expected = tenth.Sum(item => item.Probability);
            // Items of a declaration go together: about twice the spread of independent ones.
            Assert.InRange(tenth.Sum(item => item.Wrong), (expected * 0.93) - (6 * Math.Sqrt(expected)), (expected * 1.07) + (6 * Math.Sqrt(expected)));
        }
    }

    [Fact]
    public void Containers_hold_their_check_digit()
    {
        using var world = MadeWorld.Of("islet");
        var containers = world.Weeks.SelectMany(week => week.Lodgements).SelectMany(lodgement => lodgement.Consignment.Containers).ToList();
        Assert.NotEmpty(containers);
        Assert.All(containers, container => Assert.Equal(container[^1] - '0', ContainerNumber.CheckDigit(container.AsSpan(0, 10))));
    }

    [Fact]
    public void Weekends_and_holidays_are_quiet_and_lodging_keeps_office_hours()
    {
        using var world = MadeWorld.Of("sparse", size: 20_000, months: 3);
        var lodged = world.Weeks.SelectMany(week => week.Lodgements).Where(lodgement => lodgement.Version == 1).ToList();
        var byDay = lodged.GroupBy(lodgement => world.World.State.Clock.Date(lodgement.Day).DayOfWeek).ToDictionary(day => day.Key, day => day.Count());
        Assert.True(byDay.GetValueOrDefault(DayOfWeek.Sunday) * 4 < byDay[DayOfWeek.Tuesday]);
        var (opens, closes) = (world.World.State.Pack.Calendar.Opens * 60, world.World.State.Pack.Calendar.Closes * 60);
        Assert.All(lodged, lodgement => Assert.InRange(lodgement.Minute % WorldClock.DayMinutes, opens, closes - 1));
    }

    // Half the sum of the differences between the shares of the first two months and the last two.
    private static double Moved(MadeWorld world, string column)
    {
        var (before, after) = (Shares(world, column, 1, 2), Shares(world, column, 9, 10));
        return before.Keys.Union(after.Keys).Sum(key => Math.Abs(before.GetValueOrDefault(key) - after.GetValueOrDefault(key))) / 2;
    }

    private static Dictionary<string, double> Shares(MadeWorld world, string column, params int[] months)
    {
        var values = months.SelectMany(month => world.RowsOf($"declarations/2025-{month:00}.csv")).Select(row => row[column]).ToList();
        return values.GroupBy(value => value).ToDictionary(group => group.Key, group => (double)group.Count() / values.Count);
    }
}
