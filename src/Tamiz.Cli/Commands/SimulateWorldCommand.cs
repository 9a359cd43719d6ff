using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Tamiz.Simulation;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.Schemes;
using Tamiz.Simulation.World;
using Tamiz.Simulation.Writing;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz simulate world: makes a world, week by week, and writes it.</summary>
internal static class SimulateWorldCommand
{
    private static readonly Option<string> Country = new("--country") { Description = "a pack: " + string.Join(", ", WorldPlanReader.Shipped) + ", or a file", Required = true };
    private static readonly Option<string?> Schemes = new("--schemes") { Description = "folder of further schemes" };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "one seed, one world", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Months = new("--months") { Description = "months that it lasts", DefaultValueFactory = _ => 12 };
    private static readonly Option<int> Size = new("--size") { Description = "declarations a year", DefaultValueFactory = _ => WorldSettings.UsualSize };
    private static readonly Option<string> First = new("--begin") { Description = "its first month", DefaultValueFactory = _ => "2025-01" };
    private static readonly Option<double> JsonShare = new("--json-share") { Description = "share of declarations that are written as JSON too", DefaultValueFactory = _ => 0.05 };
    private static readonly Option<string> Policy = new("--policy") { Description = "who gives the lanes: legacy, random, value or oracle", DefaultValueFactory = _ => "legacy" };
    private static readonly Option<int> Threads = new("--threads") { Description = "threads; the bytes are the same for any number", DefaultValueFactory = _ => Environment.ProcessorCount };
    private static readonly Option<string> Out = new("--out") { Description = "folder to write; must be empty or not there", Required = true };

    public static Command Create()
    {
        var command = new Command("world", "Make a world and write its files") { Country, Seed, Months, Size, First, Schemes, JsonShare, Policy, Threads, Out, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            if (Settings(parsed, terminal) is not { } settings)
            {
                return Terminal.WrongUsage;
            }

            var diagnostics = new List<Diagnostic>();
            var plan = WorldPlanReader.Read(parsed.GetValue(Country)!, parsed.GetValue(Schemes), diagnostics);
            terminal.Report(diagnostics);
            return plan is null ? Terminal.FoundProblems : Run(terminal, plan, settings,
                new WritingSettings(parsed.GetValue(Out)!, parsed.GetValue(JsonShare), parsed.GetValue(Threads), parsed.GetValue(Policy)!));
        });
        return command;
    }

    private static WorldSettings? Settings(ParseResult parsed, Terminal terminal)
    {
        var (months, size) = (parsed.GetValue(Months), parsed.GetValue(Size));
        string? wrong = null;
        if (!DateOnly.TryParseExact(parsed.GetValue(First) + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begin) || begin.Year is < 1950 or > 2150)
        {
            wrong = $"--begin is a month like 2025-01, not «{parsed.GetValue(First)}».";
        }

        wrong ??= months is < 1 or > WorldSettings.MostMonths ? $"--months is 1 to {WorldSettings.MostMonths}." : null;
        wrong ??= size is < WorldSettings.Smallest or > WorldSettings.Largest ? $"--size is {WorldSettings.Smallest} to {WorldSettings.Largest}." : null;
        wrong ??= parsed.GetValue(JsonShare) is not (>= 0 and <= 1) ? "--json-share is 0 to 1." : null;
        wrong ??= parsed.GetValue(Threads) is < 1 or > 256 ? "--threads is 1 to 256." : null;
        wrong ??= parsed.GetValue(Policy) is not ("legacy" or "random" or "value" or "oracle") ? "--policy is legacy, random, value or oracle." : null;
        if (wrong is not null)
        {
            terminal.Complain(wrong);
            return null;
        }

        return new WorldSettings(parsed.GetValue(Seed), months, size, begin);
    }

    private static int Run(Terminal terminal, WorldPlan plan, WorldSettings settings, WritingSettings writing)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            using var interruption = new Interruption();
            var world = SimulatedWorld.Begin(plan.Pack, plan.Goods, plan.Schemes, settings, writing.Threads);
            var policy = PolicyOf(writing.Policy, plan, world);
            using var writer = new WorldWriter(plan, world.State, writing);
            using var progress = new ShareLine(terminal);
            while (!world.Ended)
            {
                if (interruption.Asked)
                {
                    terminal.Complain("Interrupted; nothing was written.");
                    return Interruption.Code;
                }

                writer.Add(world.Step(policy));
                progress.Show(world.Progress);
            }

            var counts = writer.Finish();
            var seconds = watch.Elapsed.TotalSeconds;
            terminal.Give(new { folder = writing.Folder, country = plan.Pack.Name, seed = settings.Seed, months = settings.Months, seconds, counts });
            terminal.Say($"{writing.Folder}: {settings.Months} months of {plan.Pack.Name}, seed {settings.Seed}");
            foreach (var (what, count) in counts)
            {
                terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {what,-24}{count,14:N0}"));
            }

            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} seconds"));
            return Terminal.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Complain(e.Message);
            return Terminal.FoundProblems;
        }
    }

    private static ISelectionPolicy PolicyOf(string name, WorldPlan plan, SimulatedWorld world) => name switch
    {
        "random" => new RandomPolicy(),
        "value" => new ValueOrderPolicy(),
        "oracle" => new OraclePolicy(world.TruthOf),
        _ => new LegacyPolicy(plan.Pack, plan.Goods),
    };
}
