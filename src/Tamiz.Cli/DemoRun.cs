using System.Diagnostics;
using Tamiz.Flow;
using Tamiz.Simulation;
using Tamiz.Simulation.Examining;
using Tamiz.Simulation.Packs;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.Schemes;
using Tamiz.Simulation.World;
using Tamiz.Simulation.Writing;
using Tamiz.Storage;
using Tamiz.Storage.Homes;
using Tamiz.Verifier;

namespace Tamiz.Cli;

/// <summary>
/// A year of a simulated administration becomes the history of a home, weights are fitted on it and approved by another person, and the next month is
/// decided live through the ledger. What its examinations would have found is set against other ways of choosing as many.
/// </summary>
internal sealed class DemoRun(Terminal terminal, string folder, Phrasebook words, TimeProvider clock)
{
    private const string Country = "honduras";
    private const int HistoryMonths = 12;
    private const int Examples = 3;

    private static readonly DateOnly Begin = new(2025, 1, 1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private string World => Path.Combine(folder, "world");

    private string Home => Path.Combine(folder, "home");

    /// <summary>Runs it.</summary>
    /// <param name="seed">One seed, one world.</param>
    /// <param name="size">Declarations a year.</param>
    public int Run(ulong seed, int size)
    {
        terminal.SayWrapped(words["demo.begin"]);
        terminal.Say();
        var diagnostics = new List<Diagnostic>();
        var plan = WorldPlanReader.Read(Country, null, diagnostics) ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
        var exam = Simulate(plan, new WorldSettings(seed, HistoryMonths + 1, size, Begin), out var candidates);
        Found();
        using var home = LiveHome.Open(Home, LiveSession.LedgerOf(Home), clock, diagnostics);
        terminal.Report(diagnostics);
        var session = new LiveSession(terminal, home, "analyst", words);
        var acts = new HomeActs(home);
        acts.Admit("administrator", "analyst", [Roles.Analyst]);
        acts.Admit("administrator", "approver", [Roles.Approver]);

        var code = Import(session, [.. Months().Take(HistoryMonths)], live: false, null);
        Step("history", words.Number(home.State.Known.Count));
        Train(acts);
        var lanes = new Dictionary<string, string>(StringComparer.Ordinal);
        code = Math.Max(code, Import(session, [Months()[^1]], live: true, receipt => lanes[receipt.Identity] = receipt.Lane ?? ""));
        Step("live", words.Number(lanes.Count));
        home.Keep();
        var report = Verification.Run(new VerificationRequest(Path.Combine(Home, "ledger"), Path.Combine(Home, "keys", "key-1.public.pem")));
        Step(report.IsFine ? "verified" : "unverified", words.Number(home.Log.Records));
        terminal.Say();

        var examines = home.State.Course!.Home.Policy.Default.Lanes[0].Lane;
        var figures = Examine(exam, candidates, lanes.Where(lane => lane.Value == examines).Select(lane => lane.Key).ToHashSet(StringComparer.Ordinal));
        new DemoReport(terminal, words).Give(figures, exam.Declarations, plan.Pack.Currency.Code);
        Explain(home);
        terminal.SayWrapped(words.Say("demo.look", ("folder", folder)));
        terminal.Say($"  ./tamiz simulate report {World}");
        terminal.Say($"  ./tamiz home status --home {Home}");
        terminal.Say($"  ./tamiz replay --home {Home}");
        terminal.Say(words.Say("demo.done", ("seconds", Seconds())));
        return report.IsFine ? code : Terminal.FoundProblems;
    }

    private PolicyExam Simulate(WorldPlan plan, WorldSettings settings, out List<(string Name, ISelectionPolicy Policy)> candidates)
    {
        var threads = Environment.ProcessorCount;
        var world = SimulatedWorld.Begin(plan.Pack, plan.Goods, plan.Schemes, settings, threads);
        var ruleBook = new LegacyPolicy(plan.Pack, plan.Goods);
        var exam = new PolicyExam(new LegacyPolicy(plan.Pack, plan.Goods), [ruleBook], settings.Begin.AddMonths(HistoryMonths));
        candidates = [("rules", ruleBook), ("value", new ValueOrderPolicy()), ("oracle", new OraclePolicy(exam.TruthOf))];
        using var writer = new WorldWriter(plan, world.State, new WritingSettings(World, 0, threads, exam.Name));
        using var progress = new ShareLine(terminal);
        while (!world.Ended)
        {
            var week = world.Step(exam);
            exam.Add(week, world.State.Schemes);
            writer.Add(week);
            progress.Show(world.Progress);
        }

        var counts = writer.Finish();
        Step("world", words.Number(counts["declarations"]));
        return exam;
    }

    private void Found()
    {
        HomeFolder.Create(Home, Path.Combine(World, "home"));
        var diagnostics = new List<Diagnostic>();
        var founded = new HomeFounding(Home, "administrator", new SteppedClock(Instant.FromDate(Begin))).Found(diagnostics);
        terminal.Report(diagnostics);
        _ = founded ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    private string[] Months() => [.. Directory.GetFiles(Path.Combine(World, "declarations"), "*.csv").Order(StringComparer.Ordinal)];

    private int Import(LiveSession session, string[] files, bool live, Action<Receipt>? acknowledged) =>
        ImportAction.Run(session, new ImportRequest(files, Path.Combine(Home, "mapping.yaml"), live, Environment.ProcessorCount), acknowledged).Code;

    // What one person proposes, another approves.
    private void Train(HomeActs acts)
    {
        var session = Session.Open(terminal, Home, null, clock, withWeights: false) ?? throw new InvalidOperationException("The home cannot be read.");
        var diagnostics = new List<Diagnostic>();
        using var input = InputSet.Open([.. Months().Take(HistoryMonths)], session.Mapping, session.Home.Zones, withGoods: false, Environment.ProcessorCount, diagnostics);
        var model = session.Learn(input);
        HomeFolder.Write(Home, model);
        acts.Propose("analyst", diagnostics);
        acts.Decide("approver", [], granted: true, words["demo.approval"]);
        terminal.Report(diagnostics);
        Step("trained", words.Number(model.Training?.Items ?? 0));
    }

    private static List<(string Policy, ExamFigures Figures)> Examine(PolicyExam exam, List<(string Name, ISelectionPolicy Policy)> candidates, HashSet<string> red) =>
        [("tamiz", exam.Judge(red)), .. candidates.Select(candidate => (candidate.Name, exam.Judge(candidate.Policy, red))), ("random", exam.JudgeDraws(red))];

    private void Explain(LiveHome home)
    {
        var summary = new AssessmentSummary();
        Course? last = null;
        foreach (var (stored, lane, _, course) in new HomeReplay(home, deep: false, Environment.ProcessorCount).Recomputed())
        {
            var assessed = course.Assessor.Assess(stored.Gathered(home.Find, course));
            summary.Add([new DecidedDeclaration(assessed, lane, new LodgedDeclaration(assessed.Gathered.Declaration, 0, []))]);
            last = course;
        }

        foreach (var decided in summary.Striking.Take(last is null ? 0 : Examples))
        {
            foreach (var line in new Explanation(last!, last!.Assessor.Model, words).Lines(decided, 5))
            {
                terminal.Say(line);
            }

            terminal.Say();
        }
    }

    private void Step(string what, string count) => terminal.SayWrapped(words.Say("demo." + what, ("count", count)), $"{Seconds(),6} s  ");

    private string Seconds() => _watch.Elapsed.TotalSeconds.ToString("F1", words.Culture);
}
