using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Tamiz.Formats.Csv;
using Tamiz.Integrity.Assessments;
using Tamiz.Integrity.Reading;
using Tamiz.Integrity.Risks;
using Tamiz.Integrity.Strategies;
using Tamiz.Integrity.Surveys;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli.Integrity;

/// <summary>Reads the files of HOME/integrity. What has errors is not given, and the diagnostics say why.</summary>
/// <param name="home">The home's folder.</param>
/// <param name="today">The day on which things are due.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
internal sealed class IntegrityFiles(string home, DateOnly today, List<Diagnostic> diagnostics)
{
    private const string Votes = "-votes.csv";

    /// <summary>The folder.</summary>
    public string Folder { get; } = Path.Combine(home, "integrity");

    /// <summary>Names of the rounds of self-assessment, the earliest first.</summary>
    public IReadOnlyList<string> Rounds => [.. Names("assessment").Where(name => name != "questions").OrderBy(name => name.Split('-')[0], StringComparer.Ordinal).ThenBy(Number)];

    /// <summary>Ids of the workshop sessions.</summary>
    public IReadOnlyList<string> Sessions => [.. Names("workshops").Order(StringComparer.Ordinal)];

    /// <summary>A round with the one before it, or the one to compare it with; null where there is none, or it has errors.</summary>
    /// <param name="round">Its name; null for the latest.</param>
    /// <param name="compare">Name of the other one; null for the one before.</param>
    public AssessmentStatement? Assessment(string? round = null, string? compare = null)
    {
        var rounds = Rounds.ToList();
        round ??= rounds.LastOrDefault();
        if (round is null || Read(() => Round(round)) is not { } result)
        {
            return null;
        }

        compare ??= rounds.IndexOf(round) is > 0 and var index ? rounds[index - 1] : null;
        var before = compare is null ? null : Read(() => Round(compare));
        var platform = PlatformEvidence.Latest(Platform(), result.Round.Date);
        diagnostics.AddRange(Evidence.Check(result.Round.Answers.SelectMany(answer => answer.Evidence), DigestOf));
        return new AssessmentStatement(result, before is null ? null : AssessmentComparison.Of(before, result), platform, DigestOf);
    }

    /// <summary>What platform.csv holds; nothing where there is none.</summary>
    public IReadOnlyList<PlatformEvidence> Platform() => Bytes("platform.csv") is { } bytes ? PlatformEvidence.Read(bytes, PathOf("platform.csv"), diagnostics) : [];

    /// <summary>Whether there is a risk map.</summary>
    public bool HasRisks => File.Exists(PathOf("risks.yaml"));

    /// <summary>Reads what two persons approve; what is wrong becomes a diagnostic.</summary>
    public void Check()
    {
        var strategy = Strategy();
        _ = (Risks(), Sustainability(strategy), strategy is null ? null : Progress(strategy));
    }

    /// <summary>The risk map; null where there is none, or it has errors.</summary>
    public RiskMapStatement? Risks() => Text("risks.yaml") is not { } text ? null
        : Read(() =>
        {
            var links = RiskLinks.None(today) with { Findings = Findings() };
            return new RiskMapStatement(RiskMapReader.Read(text, PathOf("risks.yaml"), links, diagnostics), links);
        });

    /// <summary>The strategy; null where there is none, or it has errors.</summary>
    public Strategy? Strategy() => Text("strategy.yaml") is { } text ? Read(() => StrategyReader.Read(text, PathOf("strategy.yaml"), diagnostics)) : null;

    /// <summary>The progress of a strategy; null where a file has errors.</summary>
    public ProgressStatement? Progress(Strategy strategy) => Read(() =>
    {
        var progress = Text("progress.yaml") is { } text ? ProgressReader.Read(text, PathOf("progress.yaml"), strategy, today, diagnostics) : Tamiz.Integrity.Strategies.Progress.None;
        var values = Bytes("indicators.csv") is { } bytes ? IndicatorValue.Read(bytes, PathOf("indicators.csv"), strategy, diagnostics) : [];
        diagnostics.AddRange(Evidence.Check(progress.Updates.SelectMany(update => update.Evidence), DigestOf));
        var survey = new SurveyFiles(this);
        SurveyStatement[] rounds = DrawnValues.AsksSurvey(strategy) ? [.. survey.Rounds.Select(round => survey.Alone(round)).OfType<SurveyStatement>()] : [];
        return ProgressStatement.Of(strategy, progress, DrawnValues.Join(strategy, values, Platform(), rounds), today);
    });

    /// <summary>The sustainability plan; null where there is none, or it has errors.</summary>
    public SustainabilityStatement? Sustainability(Strategy? strategy) => Text("sustainability.yaml") is not { } text ? null
        : Read(() => new SustainabilityStatement(SustainabilityReader.Read(text, PathOf("sustainability.yaml"), strategy, today, diagnostics), strategy, today));

    /// <summary>A workshop session with its votes; null where there is none, or it has errors.</summary>
    public MinutesStatement? Session(string id) => Text($"workshops/{id}.yaml") is not { } text ? null : Read(() =>
    {
        var session = WorkshopReader.Read(text, PathOf($"workshops/{id}.yaml"), diagnostics);
        return new MinutesStatement(session, Ballots(id, session) is { Count: >= Tamiz.Integrity.Strategies.Ballots.Least } ballots ? VoteCount.Of(session, ballots) : null);
    });

    /// <summary>How the sessions with votes came closer to each other; null where there are none.</summary>
    public Convergence? Convergence()
    {
        var sessions = Sessions.Select(Session).OfType<MinutesStatement>().Where(one => one.Votes is not null).Select(one => (one.Session, one.Votes!)).ToList();
        return sessions.Count == 0 ? null : Tamiz.Integrity.Strategies.Convergence.Of(sessions);
    }

    /// <summary>Writes the votes of a session without order, small units together.</summary>
    /// <returns>The path; null where there are no votes, or they have errors.</returns>
    public string? Seal(string id)
    {
        var ballots = Text($"workshops/{id}.yaml") is { } text ? Read(() => Ballots(id, WorkshopReader.Read(text, PathOf($"workshops/{id}.yaml"), diagnostics))) : null;
        diagnostics.RemoveAll(diagnostic => diagnostic.Rule == WorkshopDiagnostics.NotSealed);
        return ballots is null ? null : Write($"workshops/{id}{Votes}", Tamiz.Integrity.Strategies.Ballots.Write(ballots));
    }

    /// <summary>Writes a file whole or not at all.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        HomeFiles.WriteIntegrity(home, name, Encoding.UTF8.GetBytes(text));
        return PathOf(name);
    }

    /// <summary>Adds a diagnostic.</summary>
    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    /// <summary>The path of a file of the folder.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name.Replace('/', Path.DirectorySeparatorChar));

    // Declarations on which the ledger has a finding.
    private HashSet<string> Findings()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (Directory.Exists(Path.Combine(home, "ledger")))
        {
            using var view = HomeView.Open(home, []);
            found.UnionWith(view.Ledger.Read().Where(entry => entry.Type == RecordType.FindingEntered).Select(entry => ((FindingEntered)entry.Read()).Identity));
        }

        return found;
    }

    private IReadOnlyList<Ballot>? Ballots(string id, Workshop session)
    {
        if (Bytes($"workshops/{id}{Votes}") is { } bytes)
        {
            return Tamiz.Integrity.Strategies.Ballots.Read(bytes, PathOf($"workshops/{id}{Votes}"), session, diagnostics);
        }

        diagnostics.Add(WorkshopDiagnostics.NoVotes.At(new Place(PathOf($"workshops/{id}.yaml")), ""));
        return null;
    }

    private AssessmentResult? Round(string round)
    {
        var questions = Text("assessment/questions.yaml") is { } own ? QuestionSet.Read(own, PathOf("assessment/questions.yaml"), diagnostics) : QuestionSet.Standard;
        return Text($"assessment/{round}.yaml") is { } text ? AssessmentResult.Of(AssessmentReader.Read(text, PathOf($"assessment/{round}.yaml"), questions, diagnostics), questions) : null;
    }

    private T? Read<T>(Func<T?> read)
        where T : class
    {
        var before = diagnostics.Count;
        var result = read();
        return diagnostics.Skip(before).Any(diagnostic => diagnostic.Rule.Severity == Severity.Error) ? null : result;
    }

    private IEnumerable<string> Names(string folder) => !Directory.Exists(PathOf(folder)) ? []
        : Directory.GetFiles(PathOf(folder), "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path));

    private static int Number(string round) => int.TryParse(round.Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private byte[]? Bytes(string name) => File.Exists(PathOf(name)) ? File.ReadAllBytes(PathOf(name)) : null;

    // Words that were saved in another encoding are not guessed at.
    private string? Text(string name)
    {
        if (Bytes(name) is not { } bytes)
        {
            return null;
        }

        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        }

        diagnostics.Add(CsvDiagnostics.NotUtf8.At(new Place(PathOf(name)), ""));
        return null;
    }

    private string? DigestOf(string name) => Bytes(name) is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;
}
