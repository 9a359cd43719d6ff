using System.CommandLine;
using System.Globalization;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;
using Tamiz.Storage.Ledger;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz init: makes a home and founds its ledger.</summary>
internal static class InitCommand
{
    public static Command Create(TimeProvider clock)
    {
        var folder = new Argument<string>("HOME") { Description = "folder of the new home" };
        var from = new Option<string?>("--from") { Description = "folder whose settings, lists and reports the home begins with" };
        var administrator = new Option<string>("--administrator") { Description = "id of the first administrator", DefaultValueFactory = _ => "administrator" };
        var simulated = new Option<string?>("--simulated") { Description = "for training: the ledger's time begins on this date and is that of the declarations" };
        var command = new Command("init", "Make a home: settings, risk register, folders, and its ledger") { folder, from, administrator, simulated, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            var start = default(DateOnly);
            if (parsed.GetValue(simulated) is { } date && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out start))
            {
                terminal.Complain($"--simulated is a date like 2026-01-01, not «{date}».");
                return Terminal.WrongUsage;
            }

            var time = parsed.GetValue(simulated) is null ? clock : new SteppedClock(Instant.FromDate(start));
            return Run(terminal, parsed.GetValue(folder)!, parsed.GetValue(from), new HomeFounding(parsed.GetValue(folder)!, parsed.GetValue(administrator)!, time));
        });
        return command;
    }

    private static int Run(Terminal terminal, string home, string? from, HomeFounding founding)
    {
        try
        {
            var written = HomeFolder.Create(home, from);
            if (new LedgerFolder(Path.Combine(home, "ledger")).List().Count > 0)
            {
                terminal.Give(new { home, written });
                terminal.Say($"{home} is a home already; nothing was changed.");
                return Terminal.Fine;
            }

            var diagnostics = new List<Diagnostic>();
            var founded = founding.Found(diagnostics);
            terminal.Report(diagnostics);
            if (founded is null)
            {
                terminal.Complain($"The settings in {home} have errors; mend them and run tamiz init {home} again.");
                return Terminal.FoundProblems;
            }

            terminal.Give(new
            {
                home, written, ledger = founded.Ledger.ToString(), key = founded.Key.ToString(), publicKey = founded.PublicKey,
                administrator = founded.Administrator, credential = founded.Credential, contents = founded.Contents.Select(content => content.ToString()),
            });
            terminal.Say($"{home} is ready, with ledger {founded.Ledger}.");
            terminal.Say($"Settings in force: {string.Join(", ", founded.Contents.Where(content => content.Kind != HomeState.CatalogueKind).Select(content => content.Name))}");
            terminal.Say($"Public key, for whoever checks: {founded.PublicKey}");
            terminal.Say($"Credential of {founded.Administrator}: {founded.Credential}");
            terminal.Say("Take the credential away from this machine, and keep a copy of the folder keys.");
            return Terminal.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or LedgerException or HomeException)
        {
            terminal.Complain(e.Message);
            return Terminal.FoundProblems;
        }
    }
}
