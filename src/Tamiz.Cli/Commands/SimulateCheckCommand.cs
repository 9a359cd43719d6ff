using System.CommandLine;
using Tamiz.Simulation.Checking;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz simulate check: whether a simulated world agrees with itself and looks like an administration; whether a pack or a scheme can be used.</summary>
internal static class SimulateCheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "folder that tamiz simulate world wrote; or a pack, a scheme or a table of goods (YAML), or a folder of them" };
        var command = new Command("check", "Measure a simulated world against its targets, or check a pack or a scheme") { path, CommonOptions.Language, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
            {
                return Terminal.WrongUsage;
            }

            var words = Phrasebook.Of(language ?? Language.En);
            return parsed.GetValue(path)! switch
            {
                var folder when Directory.Exists(folder) && !PlanCheck.IsFolderOfPlans(folder) => CheckWorld(terminal, folder, words),
                var file when File.Exists(file) || Directory.Exists(file) => CheckPlan(terminal, file, words),
                var nothing => Missing(terminal, nothing),
            };
        });
        return command;
    }

    private static int CheckWorld(Terminal terminal, string folder, Phrasebook words)
    {
        var report = WorldCheck.Run(folder);
        CheckPrinter.Give(terminal, report, words);
        return report.IsFine ? Terminal.Fine : Terminal.FoundProblems;
    }

    private static int CheckPlan(Terminal terminal, string file, Phrasebook words)
    {
        var diagnostics = new List<Diagnostic>();
        var kind = PlanCheck.Run(file, diagnostics);
        var broken = terminal.Report(diagnostics);
        terminal.Give(new { file, kind, fine = !broken, diagnostics = diagnostics.Select(diagnostic => diagnostic.ToString()) });
        terminal.Say(words.Say(broken ? "simulate.check.unusable" : "simulate.check.usable", ("file", file)));
        return broken ? Terminal.FoundProblems : Terminal.Fine;
    }

    private static int Missing(Terminal terminal, string path)
    {
        terminal.Complain($"There is neither a folder nor a file {path}.");
        return Terminal.WrongUsage;
    }
}
