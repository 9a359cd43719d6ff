using System.CommandLine;
using Tamiz.Storage;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz init: makes a home.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("HOME") { Description = "folder of the new home" };
        var command = new Command("init", "Make a home: settings, risk register, folders") { folder, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            try
            {
                var home = parsed.GetValue(folder)!;
                var written = HomeFolder.Create(home);
                terminal.Give(new { home, written });
                terminal.Say(written.Count == 0 ? $"{home} is a home already; nothing was changed." : $"{home} is ready. Set lanes and offices in {written[0]}, risk areas in {written[^1]}.");
                return Terminal.Fine;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                terminal.Complain(e.Message);
                return Terminal.FoundProblems;
            }
        });
        return command;
    }
}
