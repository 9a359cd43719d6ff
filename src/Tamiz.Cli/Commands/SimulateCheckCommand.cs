using System.CommandLine;
using Tamiz.Simulation.Checking;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz simulate check: whether a simulated world agrees with itself and looks like an administration.</summary>
internal static class SimulateCheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("DIR") { Description = "folder that tamiz simulate world wrote" };
        var command = new Command("check", "Measure a simulated world against its targets, and name what does not agree in it") { path, CommonOptions.Language, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
            {
                return Terminal.WrongUsage;
            }

            var folder = parsed.GetValue(path)!;
            if (!Directory.Exists(folder))
            {
                terminal.Complain($"There is no folder {folder}.");
                return Terminal.WrongUsage;
            }

            var report = WorldCheck.Run(folder);
            CheckPrinter.Give(terminal, report, Phrasebook.Of(language ?? Language.En));
            return report.IsFine ? Terminal.Fine : Terminal.FoundProblems;
        });
        return command;
    }
}
