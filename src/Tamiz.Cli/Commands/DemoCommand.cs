using System.CommandLine;
using System.Diagnostics;
using Tamiz.Storage;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz demo: the main job on an invented administration, from nothing.</summary>
internal static class DemoCommand
{
    private const int Examples = 3;

    public static Command Create(TimeProvider clock)
    {
        var home = new Option<string>("--home") { Description = "folder for the demonstration", DefaultValueFactory = _ => "demo" };
        var command = new Command("demo", "Show the main job on an invented administration") { home, CommonOptions.Language, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
            {
                return Terminal.WrongUsage;
            }

            var samples = Path.Combine(Environment.GetEnvironmentVariable("TAMIZ_ROOT") ?? ".", "samples", "demo");
            if (!Directory.Exists(samples))
            {
                terminal.Complain($"The samples are missing: {samples}.");
                return Terminal.FoundProblems;
            }

            try
            {
                Copy(samples, parsed.GetValue(home)!);
                return Run(terminal, parsed.GetValue(home)!, language, clock);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                terminal.Complain(e.Message);
                return Terminal.FoundProblems;
            }
        });
        return command;
    }

    private static int Run(Terminal terminal, string home, Language? language, TimeProvider clock)
    {
        var watch = Stopwatch.StartNew();
        if (Session.Open(terminal, home, null, clock) is not { } session)
        {
            return Terminal.FoundProblems;
        }

        var words = session.Words(language);
        var request = new AssessRequest([Path.Combine(home, "march.csv")], [Path.Combine(home, "history.csv")], Path.Combine(home, "lanes.csv"), Seeds.Default, Environment.ProcessorCount);
        var diagnostics = new List<Diagnostic>();
        string[] paths = [.. request.Learn, .. request.Files];
        using var input = InputSet.Open(paths, session.Mapping, session.Home.Zones, withGoods: false, request.Threads, diagnostics);
        if (terminal.Report(diagnostics))
        {
            return Terminal.FoundProblems;
        }

        terminal.SayWrapped(words.Say("demo.begin", ("name", session.Home.Name)));
        terminal.Say();
        var outcome = AssessAction.Assess(terminal, session, request, input, words);
        AssessReport.Give(terminal, request, outcome, 0, words);
        Explain(terminal, session, outcome, words);
        terminal.Say(words["demo.files"]);
        foreach (var (file, what) in new[] { ("lanes.csv", "lanes"), ("march.csv", "declarations"), ("tamiz.yaml", "settings") })
        {
            terminal.Say($"  {home}/{file}  {words["demo." + what]}");
        }

        terminal.Say(words["demo.another"]);
        terminal.Say($"  ./tamiz explain DECLARATION {home}/march.csv --learn {home}/history.csv --home {home}");
        terminal.Say(words.Say("demo.done", ("seconds", watch.Elapsed.TotalSeconds.ToString("F1", words.Culture))));
        return outcome.Tally.Refused > 0 ? Terminal.FoundProblems : Terminal.Fine;
    }

    private static void Explain(Terminal terminal, Session session, AssessOutcome outcome, Phrasebook words)
    {
        var explanation = new Explanation(session.Course(outcome.Model), outcome.Model, words);
        foreach (var decided in outcome.Summary.Striking.Take(Examples))
        {
            terminal.Say();
            foreach (var line in explanation.Lines(decided, 5))
            {
                terminal.Say(line);
            }
        }

        terminal.Say();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
