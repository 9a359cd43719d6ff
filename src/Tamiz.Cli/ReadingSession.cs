using System.CommandLine;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli;

/// <summary>
/// What commands that look at a home begin with. They hold nobody up; only where a person is named with --as is that recorded first, which
/// waits a while for whoever works in the home.
/// </summary>
/// <param name="Terminal">Prints.</param>
/// <param name="Home">The home.</param>
/// <param name="Words">Words of the language asked for.</param>
/// <param name="IsStill">Whether nobody can work in the home meanwhile.</param>
internal sealed record ReadingSession(Terminal Terminal, HomeView Home, Phrasebook Words, bool IsStill)
{
    /// <summary>Opens the home and does something; what is wrong is said.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="clock">The machine's clock, for recording who looks.</param>
    /// <param name="thorough">Whether all of the ledger is checked, and the home is held still where nobody works in it.</param>
    /// <param name="act">Gives the exit code.</param>
    public static int Run(ParseResult parsed, TimeProvider clock, bool thorough, Func<ReadingSession, int> act)
    {
        var isNamed = LiveSession.PersonOf(parsed) is not null;
        if (isNamed && LiveSession.Run(parsed, clock, null, static _ => Terminal.Fine) is not Terminal.Fine and var refused)
        {
            return refused;
        }

        var terminal = CommonOptions.Terminal(parsed);
        if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
        {
            return Terminal.WrongUsage;
        }

        try
        {
            var diagnostics = new List<Diagnostic>();
            using var held = thorough ? Hold(LiveSession.FolderOf(parsed)) : null;
            using var home = HomeView.Open(LiveSession.FolderOf(parsed), diagnostics, thorough);
            if (!isNamed)
            {
                terminal.Report(diagnostics);
            }

            return act(new ReadingSession(terminal, home, Phrasebook.Of(language ?? home.State.Course!.Home.Languages[0]), held is not null));
        }
        catch (Exception problem) when (problem is HomeException or LedgerException or IOException or UnauthorizedAccessException)
        {
            terminal.Complain(problem.Message);
            return Terminal.FoundProblems;
        }
    }

    private static IDisposable? Hold(string folder)
    {
        try
        {
            var disk = LiveSession.LedgerOf(folder);
            return disk.List().Count > 0 ? disk.Lock() : null;
        }
        catch (Exception problem) when (problem is LedgerException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
