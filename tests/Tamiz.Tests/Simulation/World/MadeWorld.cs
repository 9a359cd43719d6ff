using System.Text.Json;
using Tamiz.Simulation;
using Tamiz.Simulation.Control;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.Schemes;
using Tamiz.Simulation.World;
using Tamiz.Simulation.Writing;
using Xunit;

namespace Tamiz.Tests.Simulation.World;

/// <summary>A small world that the simulation made, with its weeks and its files.</summary>
internal sealed class MadeWorld : IDisposable
{
    private MadeWorld(SimulatedWorld world, string folder) => (World, Folder) = (world, folder);

    public SimulatedWorld World { get; }

    public string Folder { get; }

    public List<Week> Weeks { get; } = [];

    /// <summary>Makes a world of a shipped pack and writes it week by week.</summary>
    public static MadeWorld Of(string country, int size = 3_000, int months = 3, ulong seed = 7, int threads = 2, string policy = "legacy") =>
        Of(PlanOf(country), new WorldSettings(seed, months, size, new DateOnly(2025, 1, 1)), threads, policy);

    /// <summary>Makes a world of a plan and writes it week by week.</summary>
    public static MadeWorld Of(WorldPlan plan, WorldSettings settings, int threads = 2, string policy = "legacy", bool atOnce = false)
    {
        var folder = Path.Combine(Path.GetTempPath(), "tamiz-made-" + Path.GetRandomFileName());
        var made = new MadeWorld(SimulatedWorld.Begin(plan.Pack, plan.Goods, plan.Schemes, settings, threads), folder);
        using var writer = new WorldWriter(plan, made.World.State, new WritingSettings(folder, 0.1, threads, policy));
        var chooses = PolicyOf(policy, plan, made.World);
        while (!made.World.Ended)
        {
            made.Weeks.Add(made.World.Step(chooses));
            if (!atOnce)
            {
                writer.Add(made.Weeks[^1]);
            }
        }

        made.Weeks.ForEach(week =>
        {
            if (atOnce)
            {
                writer.Add(week);
            }
        });
        _ = writer.Finish();
        return made;
    }

    public static WorldPlan PlanOf(string country, string? schemes = null)
    {
        var diagnostics = new List<Diagnostic>();
        var plan = WorldPlanReader.Read(country, schemes, diagnostics);
        Assert.True(plan is not null, string.Join('\n', diagnostics));
        return plan;
    }

    /// <summary>The file's path in the world, with its hash, a line each.</summary>
    public string Hashes()
    {
        using var manifest = JsonDocument.Parse(TextOf("world.json"));
        return string.Join('\n', manifest.RootElement.GetProperty("files").EnumerateObject().Select(file => $"{file.Value.GetProperty("sha256").GetString()} {file.Name}"));
    }

    public string TextOf(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Rows of a CSV file by heading; no field of these files holds a comma within quotes unless it is a name, which no test reads.</summary>
    public List<Dictionary<string, string>> RowsOf(string file)
    {
        var lines = TextOf(file).TrimEnd('\n').Split('\n');
        var headings = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => headings.Zip(Fields(line)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static List<string> Fields(string line)
    {
        var (fields, quoted, start) = (new List<string>(), false, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            quoted ^= i < line.Length && line[i] == '"';
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                fields.Add(line[start..i].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal));
                start = i + 1;
            }
        }

        return fields;
    }

    private static ISelectionPolicy PolicyOf(string name, WorldPlan plan, SimulatedWorld world) => name switch
    {
        "random" => new RandomPolicy(),
        "value" => new ValueOrderPolicy(),
        "oracle" => new OraclePolicy(world.TruthOf),
        _ => new LegacyPolicy(plan.Pack, plan.Goods),
    };
}
