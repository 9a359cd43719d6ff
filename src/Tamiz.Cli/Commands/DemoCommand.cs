using System.CommandLine;
using Tamiz.Ledger;
using Tamiz.Storage;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz demo: the main job on a simulated administration, from nothing.</summary>
internal static class DemoCommand
{
    private const int Size = 50_000;

    // Stands in a folder that a demonstration wrote, and that another one may write anew.
    private const string Mark = "tamiz-demo.txt";

    private static readonly string[] Parts = ["world", "home"];

    public static Command Create(TimeProvider clock)
    {
        var folder = new Option<string>("--home") { Description = "folder for the demonstration", DefaultValueFactory = _ => "demo" };
        var size = new Option<int>("--size") { Description = "declarations a year, 5000 to 100000", DefaultValueFactory = _ => Size };
        var seed = new Option<ulong>("--seed") { Description = "one seed, one world", DefaultValueFactory = _ => 1 };
        var command = new Command("demo", "Show the main job on a simulated administration") { folder, size, seed, CommonOptions.Language, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
            {
                return Terminal.WrongUsage;
            }

            if (parsed.GetValue(size) is < 5000 or > 100_000)
            {
                terminal.Complain("--size is 5000 to 100000.");
                return Terminal.WrongUsage;
            }

            try
            {
                var target = parsed.GetValue(folder)!;
                if (!Clear(target))
                {
                    terminal.Complain($"{target} is not empty and no demonstration wrote it; name another folder with --home.");
                    return Terminal.FoundProblems;
                }

                return new DemoRun(terminal, target, Phrasebook.Of(language ?? Language.Es), clock).Run(parsed.GetValue(seed), parsed.GetValue(size));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or HomeException or LedgerException)
            {
                terminal.Complain(e.Message);
                return Terminal.FoundProblems;
            }
        });
        return command;
    }

    private static bool Clear(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(Path.Combine(folder, Mark)))
            {
                return false;
            }

            foreach (var part in Parts.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
            {
                Directory.Delete(part, recursive: true);
            }
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Mark), "Written by tamiz demo, which writes it anew each time.\n");
        return true;
    }
}
