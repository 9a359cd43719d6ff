using System.CommandLine;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;
using Tamiz.Storage.Ledger;
using Tamiz.Storage.Projections;

namespace Tamiz.Cli;

/// <summary>What commands on a home's ledger begin with: the home open, and the person who acts signed in.</summary>
internal sealed record LiveSession(Terminal Terminal, LiveHome Home, string Person, Phrasebook Words)
{
    private const string As = "--as";
    private const string Credential = "--credential";
    private const string Variable = "TAMIZ_CREDENTIAL";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the options that say who acts, where and in which words.</summary>
    public static Command Acting(Command command)
    {
        var person = new Option<string?>(As) { Description = "the person who acts" };
        var credential = new Option<string?>(Credential) { Description = $"file with the person's credential (default: the text in {Variable})" };
        foreach (var option in new Option[] { person, credential, CommonOptions.Home, CommonOptions.Language, CommonOptions.Json })
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>The person who acts; null where none is named.</summary>
    public static string? PersonOf(ParseResult parsed) => parsed.GetValue<string?>(As);

    /// <summary>Opens the home and does something; what is wrong is said.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="clock">The machine's clock.</param>
    /// <param name="role">The role that the act needs; null where anybody may, and nobody need sign in.</param>
    /// <param name="act">Gives the exit code.</param>
    public static int Run(ParseResult parsed, TimeProvider clock, string? role, Func<LiveSession, int> act)
    {
        var terminal = CommonOptions.Terminal(parsed);
        if (!CommonOptions.TryLanguage(parsed, terminal, out var language))
        {
            return Terminal.WrongUsage;
        }

        try
        {
            var diagnostics = new List<Diagnostic>();
            using var home = LiveHome.Open(FolderOf(parsed), LedgerOf(FolderOf(parsed)), clock, diagnostics);
            terminal.Report(diagnostics);
            var person = PersonOf(parsed);
            if (role is not null || person is not null)
            {
                if (SignIn(parsed, home, person, role) is { } refused)
                {
                    terminal.Complain(refused.ToString());
                    return Terminal.FoundProblems;
                }
            }

            var code = act(new LiveSession(terminal, home, person ?? "", Phrasebook.Of(language ?? home.State.Course!.Home.Languages[0])));
            home.CheckpointWhenDue();
            home.Keep();
            return code;
        }
        catch (Exception problem) when (problem is HomeException or LedgerException or IOException or UnauthorizedAccessException)
        {
            terminal.Complain(problem.Message);
            return Terminal.FoundProblems;
        }
    }

    /// <summary>What is made from the ledger: the desk database and the archive.</summary>
    public static HomeProjections ProjectionsOf(HomeView home) => new(home.Folder, knowledge => FactsOf(home, knowledge));

    /// <summary>Brings what is made from the ledger up to its end.</summary>
    public void CatchUp()
    {
        using var projections = ProjectionsOf(Home);
        projections.CatchUp(Home.Log);
    }

    /// <summary>The home's folder.</summary>
    public static string FolderOf(ParseResult parsed) => CommonOptions.HomeOf(parsed) ?? "home";

    /// <summary>The ledger of a home, for which a command waits a short while where another one has it.</summary>
    public static LedgerFolder LedgerOf(string home, bool onlyReads = false) => new(Path.Combine(home, "ledger")) { Patience = Patience, OnlyReads = onlyReads };

    // The ids of the stored facts are a content, as everything is that a decision used.
    private static string[] FactsOf(HomeView home, KnowledgeSet? knowledge) =>
        knowledge?.Entries.FirstOrDefault(entry => entry.Kind == HomeState.CatalogueKind) is { Name: not null } entry
            ? System.Text.Encoding.UTF8.GetString(home.ReadContent(entry.Digest)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : [];

    private static Diagnostic? SignIn(ParseResult parsed, LiveHome home, string? person, string? role)
    {
        if (person is null)
        {
            return ActDiagnostics.UnknownPerson.At(new Place(home.Folder, 0, 0, As), "", role);
        }

        var file = parsed.GetValue<string?>(Credential);
        var token = file is null ? Environment.GetEnvironmentVariable(Variable) : File.ReadAllText(file).Trim();
        return string.IsNullOrEmpty(token)
            ? ActDiagnostics.NoToken.At(new Place(home.Folder, 0, 0, person), "")
            : new HomeActs(home).SignIn(person, token, role);
    }
}
