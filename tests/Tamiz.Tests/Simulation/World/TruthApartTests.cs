using Tamiz.Simulation.Schemes;
using Tamiz.Simulation.World;
using Tamiz.Tests.Simulation.Packs;
using Xunit;

namespace Tamiz.Tests.Simulation.World;

public class TruthApartTests
{
    private static readonly string[] Folders = ["home", "declarations", "observed"];
    private static readonly WorldSettings Settings = new(2, 4, 6_000, new DateOnly(2025, 1, 1));

    // «split» is also a kind of air conditioner, and a scheme's own word only in truth/.
    private static IEnumerable<string> Secrets(IEnumerable<string> schemes) =>
        schemes.Concat(AllMechanisms.List.Select(mechanism => mechanism.Name)).Where(word => word != "split");

    [Theory]
    [InlineData("honduras")]
    [InlineData("drifting")]
    public void No_scheme_and_no_mechanism_is_named_outside_of_truth(string country)
    {
        var plan = MadeWorld.PlanOf(country);
        using var world = MadeWorld.Of(plan, Settings);
        var secrets = Secrets(plan.Schemes.Select(scheme => scheme.Name)).ToList();
        Assert.All(Observed(world.Folder), file =>
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        });
        Assert.All(plan.Schemes.Where(scheme => scheme.Birth == 0), scheme => Assert.Contains(scheme.Name, world.TextOf("truth/schemes.csv"), StringComparison.Ordinal));
    }

    // What a home is told does not change with what only the world knows.
    [Fact]
    public void A_home_does_not_know_how_much_fraud_there_is()
    {
        using var files = new PlanFiles();
        using var world = MadeWorld.Of(MadeWorld.PlanOf(files.PathOf("cove"), files.Folder), Settings);
        files.Put("cove", PlanFiles.TextOf("cove").Replace("rate: 4 %", "rate: 1.1 %", StringComparison.Ordinal).Replace("newTrader: 1.3", "newTrader: 3.7", StringComparison.Ordinal)
            .Replace("quiet-swap: 2", "quiet-swap: 11", StringComparison.Ordinal).Replace("pairs: [30 %, 10 %]", "pairs: []", StringComparison.Ordinal));
        using var other = MadeWorld.Of(MadeWorld.PlanOf(files.PathOf("cove"), files.Folder), Settings);
        Assert.NotEqual(world.TextOf("truth/items.csv"), other.TextOf("truth/items.csv"));
        foreach (var file in new[] { "tamiz.yaml", "risks.yaml", "mapping.yaml", "sources/rates.csv", "sources/prices.csv", "sources/countries.csv", "sources/watch.csv" })
        {
            Assert.Equal(world.TextOf("home/" + file), other.TextOf("home/" + file));
        }
    }

    [Fact]
    public void Findings_stand_only_where_there_was_a_control()
    {
        using var world = MadeWorld.Of("islet", size: 4_000);
        var controlled = world.RowsOf("observed/controls.csv").Where(row => row["extent"].Length > 0).Select(row => row["declaration"]).ToHashSet();
        Assert.All(world.RowsOf("observed/findings.csv"), row => Assert.Contains(row["declaration"], controlled));
        var declared = world.RowsOf("declarations/2025-01.csv").Where(row => row["finding.result"].Length > 0);
        Assert.All(declared, row => Assert.Contains(
            $"{row["declaration.office"]}/{row["declaration.year"]}/{int.Parse(row["declaration.number"], System.Globalization.CultureInfo.InvariantCulture):000000}", controlled));
    }

    private static IEnumerable<string> Observed(string folder) => Folders
        .SelectMany(part => Directory.EnumerateFiles(Path.Combine(folder, part), "*", SearchOption.AllDirectories)).Where(file => !file.EndsWith(".parquet", StringComparison.Ordinal));
}
