using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tamiz.Integrity.Assessments;
using Tamiz.Integrity.Reading;
using Tamiz.Integrity.Risks;
using Tamiz.Integrity.Strategies;

namespace Tamiz.Tests.Integrity;

/// <summary>The files of the sample administration, one of them perhaps changed.</summary>
/// <param name="changed">Name of the changed file; empty for none.</param>
/// <param name="change">What is done to its text.</param>
internal sealed class StrategySample(string changed = "", Func<string, string>? change = null)
{
    private const string Questions = "assessment/questions.yaml";

    /// <summary>The day on which it is looked at.</summary>
    public static readonly DateOnly Today = new(2026, 5, 4);

    /// <summary>The folder that is the home.</summary>
    public static string Home => Path.Combine(Repository.Root, "samples", "costa-clara");

    public List<Diagnostic> Diagnostics { get; } = [];

    public string Text(string name)
    {
        var text = name == Questions ? EmbeddedText.Of("assessment.yaml") : File.ReadAllText(Path.Combine(Home, "integrity", name));
        return name == changed ? change!(text) : text;
    }

    public AssessmentResult Round(string round) =>
        AssessmentResult.Of(AssessmentReader.Read(Text($"assessment/{round}.yaml"), $"assessment/{round}.yaml", QuestionSet.Standard, Diagnostics), QuestionSet.Standard);

    public AssessmentStatement Assessment()
    {
        var (before, after) = (Round("2025-1"), Round("2026-1"));
        return new AssessmentStatement(after, AssessmentComparison.Of(before, after), PlatformEvidence.Latest(Platform(), Today), DigestOf);
    }

    public IReadOnlyList<PlatformEvidence> Platform() => PlatformEvidence.Read(Bytes("platform.csv"), "platform.csv", Diagnostics);

    public RiskMapStatement Risks() => new(RiskMapReader.Read(Text("risks.yaml"), "risks.yaml", RiskLinks.None(Today), Diagnostics), RiskLinks.None(Today));

    public Strategy Strategy() => StrategyReader.Read(Text("strategy.yaml"), "strategy.yaml", Diagnostics);

    public ProgressStatement Progress(Strategy strategy) => ProgressStatement.Of(strategy,
        ProgressReader.Read(Text("progress.yaml"), "progress.yaml", strategy, Today, Diagnostics), IndicatorValue.Read(Bytes("indicators.csv"), "indicators.csv", strategy, Diagnostics), Today);

    public SustainabilityStatement Plan(Strategy strategy) =>
        new(SustainabilityReader.Read(Text("sustainability.yaml"), "sustainability.yaml", strategy, Today, Diagnostics), strategy, Today);

    public MinutesStatement Minutes(int number)
    {
        var session = WorkshopReader.Read(Text(string.Create(CultureInfo.InvariantCulture, $"workshops/session-{number}.yaml")), $"workshops/session-{number}.yaml", Diagnostics);
        var name = $"workshops/session-{number}-votes.csv";
        return new MinutesStatement(session, VoteCount.Of(session, Ballots.Read(Bytes(name), name, session, Diagnostics)));
    }

    public Convergence Convergence() => Tamiz.Integrity.Strategies.Convergence.Of(Enumerable.Range(1, Workshop.Sessions).Select(Minutes).Select(one => (one.Session, one.Votes!)));

    /// <summary>Reads every file.</summary>
    public StrategySample ReadAll()
    {
        _ = (QuestionSet.Read(Text(Questions), Questions, Diagnostics), Assessment(), Risks(), Convergence());
        var strategy = Strategy();
        _ = (Progress(strategy), Plan(strategy));
        return this;
    }

    public static string? DigestOf(string name)
    {
        var path = Path.Combine(Home, "integrity", name);
        return File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : null;
    }

    private byte[] Bytes(string name) => Encoding.UTF8.GetBytes(Text(name));
}
