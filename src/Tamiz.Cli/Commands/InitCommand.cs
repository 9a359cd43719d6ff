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
        var command = new Command("init", "Make a home: settings, risk register, folders, and its ledger") { folder, from, administrator, simulated, CommonOptions.Language, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            var start = default(DateOnly);
            if (parsed.GetValue(simulated) is { } date && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out start))
            {
                terminal.Complain($"--simulated is a date like 2026-01-01, not «{date}».");
                return Terminal.WrongUsage;
            }

            if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
            {
                return Terminal.WrongUsage;
            }

            var time = parsed.GetValue(simulated) is null ? clock : new SteppedClock(Instant.FromDate(start));
            return Run(terminal, parsed.GetValue(from), language, new HomeFounding(parsed.GetValue(folder)!, parsed.GetValue(administrator)!, time));
        });
        return command;
    }

    private static int Run(Terminal terminal, string? from, Language? language, HomeFounding founding)
    {
        var home = founding.Folder;
        try
        {
            var written = HomeFolder.Create(home, from);
            var words = Phrasebook.Of(language ?? HomeFolder.Read(home, Instant.FromUtc(founding.Clock.GetUtcNow().UtcDateTime), []).Languages[0]);
            if (new LedgerFolder(Path.Combine(home, "ledger")).List().Count > 0)
            {
                terminal.Give(new { home, written });
                terminal.Say(words.Say("home.exists", ("home", home)));
                return Terminal.Fine;
            }

            var diagnostics = new List<Diagnostic>();
            var founded = founding.Found(diagnostics);
            terminal.Report(diagnostics);
            if (founded is null)
            {
                terminal.Complain(words.Say("home.mend", ("home", home)));
                return Terminal.FoundProblems;
            }

            terminal.Give(new
            {
                home, written, ledger = founded.Ledger.ToString(), key = founded.Key.ToString(), publicKey = founded.PublicKey,
                administrator = founded.Administrator, credential = founded.Credential, contents = founded.Contents.Select(content => content.ToString()),
            });
            terminal.Say(words.Say("home.founded", ("home", home), ("ledger", founded.Ledger.ToString())));
            terminal.SayWrapped(words.Say("home.settings", ("names", string.Join(", ", founded.Contents.Where(content => content.Kind != HomeState.CatalogueKind).Select(content => content.Name)))));
            terminal.Say(words.Say("home.publicKey", ("path", founded.PublicKey)));
            terminal.Say(words.Say("home.credential", ("person", founded.Administrator), ("path", founded.Credential)));
            terminal.SayWrapped(words["home.takeAway"]);
            return Terminal.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or LedgerException or HomeException)
        {
            terminal.Complain(e.Message);
            return Terminal.FoundProblems;
        }
    }
}
