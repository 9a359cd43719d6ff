using System.CommandLine;
using Tamiz.Integrity;
using Tamiz.Integrity.Reading;
using Tamiz.Storage;

namespace Tamiz.Cli.Integrity;

/// <summary>What commands on the integrity strategy begin with: the home's folder, the day, words, and the files.</summary>
/// <param name="Terminal">Prints.</param>
/// <param name="Home">The home's folder.</param>
/// <param name="Words">Words with those of integrity.</param>
/// <param name="Today">The day.</param>
/// <param name="Files">Reads the files.</param>
internal sealed record IntegritySession(Terminal Terminal, string Home, Phrasebook Words, DateOnly Today, IntegrityFiles Files)
{
    /// <summary>A command with the options that all of them have.</summary>
    public static Command With(Command command)
    {
        command.Add(CommonOptions.Home);
        command.Add(CommonOptions.Language);
        command.Add(CommonOptions.Json);
        return command;
    }

    /// <summary>Does something with the files; what is wrong with them is said.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="clock">Gives the day.</param>
    /// <param name="act">Gives the exit code.</param>
    public static int Run(ParseResult parsed, TimeProvider clock, Func<IntegritySession, int> act)
    {
        var (terminal, home) = (CommonOptions.Terminal(parsed), parsed.GetValue(CommonOptions.Home) ?? "home");
        if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
        {
            return Terminal.WrongUsage;
        }

        if (!Directory.Exists(home))
        {
            terminal.Complain($"«{home}» is not a folder. `tamiz init {home}` makes a home.");
            return Terminal.WrongUsage;
        }

        var now = clock.GetLocalNow().DateTime;
        var words = IntegrityWords.Of(language ?? (HomeFolder.Exists(home) ? HomeFolder.Read(home, Instant.FromUtc(clock.GetUtcNow().UtcDateTime), []).Languages[0] : Language.Es));
        var diagnostics = new List<Diagnostic>();
        var session = new IntegritySession(terminal, home, words, DateOnly.FromDateTime(now), new IntegrityFiles(home, DateOnly.FromDateTime(now), diagnostics));
        try
        {
            var code = act(session);
            var broken = terminal.Report([.. diagnostics.Where(diagnostic => Concerns(diagnostic, words.Language)).OrderByDescending(diagnostic => diagnostic.Rule.Severity)]);
            return broken ? Terminal.FoundProblems : code;
        }
        catch (Exception problem) when (problem is HomeException or Tamiz.Ledger.LedgerException or IOException or UnauthorizedAccessException)
        {
            terminal.Report(diagnostics);
            terminal.Complain(problem.Message);
            return Terminal.FoundProblems;
        }
    }

    // That a text is missing in Portuguese matters to who reads in Portuguese.
    private static bool Concerns(Diagnostic diagnostic, Language language) =>
        diagnostic.Rule != ReadingDiagnostics.MissingLanguage || diagnostic.Expected.Split(", ").Contains(LocalText.CodeOf(language), StringComparer.Ordinal);
}
