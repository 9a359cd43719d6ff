using Tamiz.Documents.Model;
using Tamiz.Integrity.Reports;
using Tamiz.Integrity.Strategies;

namespace Tamiz.Cli.Integrity;

/// <summary>The reports that the files of a home give.</summary>
/// <param name="session">The home's files, words and day.</param>
/// <param name="round">Round of self-assessment or survey; null for the latest.</param>
/// <param name="workshop">Workshop session; null for the latest.</param>
internal sealed class IntegrityReports(IntegritySession session, string? round, string? workshop)
{
    private const string StrategyFile = "strategy.yaml";
    private const string PlanFile = "sustainability.yaml";
    private const string RisksFile = "risks.yaml";

    private static readonly (string Kind, Func<IntegrityReports, Document?> Make)[] Makers =
    [
        ("assessment", static one => one.Assessment()),
        ("survey", static one => one.Survey()),
        ("risks", static one => one.Risks()),
        ("strategy", static one => one.Strategy()),
        ("sustainability", static one => one.Sustainability()),
        ("progress", static one => one.Progress()),
        ("minutes", static one => one.Minutes(one.Workshop)),
    ];

    /// <summary>The kinds of reports.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Makers.Select(maker => maker.Kind)];

    private string? Workshop => workshop ?? (session.Files.Sessions is [.., var latest] ? latest : null);

    /// <summary>A report; null, said, where its file is missing or has errors.</summary>
    public Document? Of(string kind)
    {
        var document = Makers.First(maker => maker.Kind == kind).Make(this);
        if (document is null)
        {
            session.Terminal.Complain(session.Words.Say("report.nothing", ("kind", kind), ("folder", session.Files.Folder)));
        }

        return document;
    }

    /// <summary>Every report that there is, with its name; of the workshops one a session.</summary>
    public IEnumerable<(string Name, Document Document)> All() =>
        Kinds.Where(kind => kind != "minutes").Select(kind => (Name: kind, Document: Of(kind)))
            .Concat(session.Files.Sessions.Select(id => (Name: "minutes-" + id, Document: Minutes(id))))
            .Where(one => one.Document is not null).Select(one => (one.Name, one.Document!));

    private ReportSetting Setting(string file) => session.Setting(session.StatusOf(file));

    private Document? Assessment() => session.Files.Assessment(round) is { } statement ? AssessmentReport.Of(statement, session.Setting("")) : null;

    private Document? Survey() => new SurveyFiles(session.Files).Statement(round) is { } statement ? SurveyReport.Of(statement, session.Setting("")) : null;

    private Document? Risks() => session.Files.Risks() is { } statement ? RiskMapReport.Of(statement, Setting(RisksFile)) : null;

    private Document? Strategy() => session.Files.Strategy() is { } strategy
        ? StrategyReport.Of(new StrategyStatement(strategy, session.Files.Convergence(), null), Setting(StrategyFile)) : null;

    private Document? Progress() => session.Files.Strategy() is { } strategy && session.Files.Progress(strategy) is { } progress
        ? ProgressReport.Of(progress, Setting(StrategyFile)) : null;

    private Document? Sustainability() => session.Files.Sustainability(session.Files.Strategy()) is { } statement
        ? SustainabilityReport.Of(statement, Setting(PlanFile)) : null;

    private Document? Minutes(string? id) => id is not null && session.Files.Session(id) is { } statement ? MinutesReport.Of(statement, session.Setting("")) : null;
}
