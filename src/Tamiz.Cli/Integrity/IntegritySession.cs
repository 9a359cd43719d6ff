using System.CommandLine;
using Tamiz.Integrity;
using Tamiz.Integrity.Reading;
using Tamiz.Integrity.Reports;
using Tamiz.Ledger;
using Tamiz.Storage;

namespace Tamiz.Cli.Integrity;

/// <summary>What commands on the integrity strategy begin with: the home's folder, the day, words, and the files.</summary>
/// <param name="Terminal">Prints.</param>
/// <param name="Home">The home's folder.</param>
/// <param name="Administration">Its name; empty where the folder has no settings.</param>
/// <param name="Words">Words with those of integrity.</param>
/// <param name="Today">The day.</param>
/// <param name="Files">Reads the files.</param>
internal sealed record IntegritySession(Terminal Terminal, string Home, string Administration, Phrasebook Words, DateOnly Today, IntegrityFiles Files)
{
    private const int DigestDigits = 12;

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
        var (terminal, home) = (CommonOptions.Terminal(parsed), LiveSession.FolderOf(parsed));
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
        var settings = HomeFolder.Exists(home) ? HomeFolder.Read(home, Instant.FromUtc(clock.GetUtcNow().UtcDateTime), []) : null;
        var words = IntegrityWords.Of(language ?? settings?.Languages[0] ?? Language.Es);
        var diagnostics = new List<Diagnostic>();
        var session = new IntegritySession(terminal, home, settings?.Name ?? "", words, DateOnly.FromDateTime(now), new IntegrityFiles(home, DateOnly.FromDateTime(now), diagnostics));
        try
        {
            var code = act(session);
            var broken = terminal.Report([.. diagnostics.Where(diagnostic => Concerns(diagnostic, words.Language)).OrderByDescending(diagnostic => diagnostic.Rule.Severity)]);
            return broken ? Terminal.FoundProblems : code;
        }
        catch (Exception problem) when (problem is HomeException or LedgerException or IOException or UnauthorizedAccessException)
        {
            terminal.Report(diagnostics);
            terminal.Complain(problem.Message);
            return Terminal.FoundProblems;
        }
    }

    /// <summary>What a report begins with.</summary>
    /// <param name="status">Draft, or approved by whom and when; empty for nothing.</param>
    public ReportSetting Setting(string status) => new(Words.Language, Today, Administration, status);

    /// <summary>Which version of a file is approved, by whom and when, and whether the file differs.</summary>
    public string StatusOf(string name, Approval? approval) => approval is null ? Words["strategy.notApproved"]
        : Words.Say("strategy.approved", ("proposer", approval.Proposer), ("approver", approval.Approver),
            ("date", approval.At.ToString()[..10]), ("digest", approval.Digest.ToString()[..DigestDigits])) + " " + Words[IsApproved(name, approval) ? "strategy.same" : "strategy.differs"];

    /// <summary>The same, looked up in the ledger.</summary>
    public string StatusOf(string name) => StatusOf(name, Approval.Of(Home, "integrity/" + name));

    /// <summary>Whether the file is the version that was approved.</summary>
    public bool IsApproved(string name, Approval approval) => Hash.Of(File.ReadAllBytes(Files.PathOf(name))) == approval.Digest;

    /// <summary>Whether a file to write lies among those of the strategy; said, as it would take the place of one.</summary>
    public bool IsInside(string path)
    {
        var isInside = Path.GetFullPath(path).StartsWith(Path.GetFullPath(Files.Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (isInside)
        {
            Terminal.Complain(Words.Say("report.inside", ("path", path)));
        }

        return isInside;
    }

    /// <summary>Says why nothing is done.</summary>
    /// <returns>That problems were found.</returns>
    public int Refuse(string code, params ReadOnlySpan<(string Name, string Value)> places)
    {
        Terminal.Complain(Words.Say(code, places));
        return Terminal.FoundProblems;
    }

    /// <summary>Whether a diagnostic matters to a reader: that a text is missing in Portuguese does to who reads in Portuguese.</summary>
    public static bool Concerns(Diagnostic diagnostic, Language language) =>
        diagnostic.Rule != ReadingDiagnostics.MissingLanguage || diagnostic.Expected.Split(", ").Contains(LocalText.CodeOf(language), StringComparer.Ordinal);
}
