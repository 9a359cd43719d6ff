using System.Globalization;
using Tamiz.Integrity.Surveys;
using Tamiz.Integrity.Surveys.Disclosure;

namespace Tamiz.Cli.Integrity;

/// <summary>Reads the files of HOME/integrity/survey. What has errors is not given, and the diagnostics say why.</summary>
/// <param name="files">The files of the folder integrity.</param>
internal sealed class SurveyFiles(IntegrityFiles files)
{
    private const string LogName = "survey/releases.yaml";
    private const string FormName = "survey/questionnaire.yaml";
    private const int Patience = 200;
    private static readonly string[] NoRounds = ["questionnaire", "releases"];

    /// <summary>Names of the rounds, the earliest first.</summary>
    public IReadOnlyList<string> Rounds => !Directory.Exists(files.PathOf("survey")) ? []
        : [.. Directory.GetFiles(files.PathOf("survey"), "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => !NoRounds.Contains(name))
            .OrderBy(name => name.Split('-')[0], StringComparer.Ordinal).ThenBy(name => int.TryParse(name.Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];

    /// <summary>The administration's own questionnaire; the standard one where there is none; null where it has errors.</summary>
    public Questionnaire? Questionnaire() => !File.Exists(files.PathOf(FormName)) ? Tamiz.Integrity.Surveys.Questionnaire.Standard
        : Checked(problems => QuestionnaireReader.Read(File.ReadAllText(files.PathOf(FormName)), files.PathOf(FormName), problems));

    /// <summary>A round; null where it has errors.</summary>
    public SurveyRound? Round(string name) => Questionnaire() is not { } questionnaire ? null
        : Checked(problems => SurveyRoundReader.Read(File.ReadAllText(files.PathOf($"survey/{name}.yaml")), files.PathOf($"survey/{name}.yaml"), name, questionnaire, problems));

    /// <summary>A round with its answers; null where the round has errors.</summary>
    public SurveyAnswers? Answers(string name)
    {
        if (Round(name) is not { } round)
        {
            return null;
        }

        string[] paths = [.. Enum.GetValues<Audience>().Select(audience => files.PathOf($"survey/{name}-{AudienceWords.Of(audience)}.csv"))];
        return new SurveyAnswers(round, [.. Enum.GetValues<Audience>().Select((audience, index) => Answers(paths[index], round.Of(audience).Form))], paths);
    }

    /// <summary>A round set beside an earlier one; null where one has errors or there are no answers.</summary>
    public SurveyStatement? Statement(string round, string? against, ReleaseLog log)
    {
        var before = against is null ? null : Answers(against);
        if (Answers(round) is not { } answers || (against is not null && before is null))
        {
            return null;
        }

        var problems = new List<Diagnostic>();
        var statement = SurveyStatement.Of(answers, before, log, problems);
        problems.ForEach(files.Report);
        return statement;
    }

    /// <summary>A round beside the one before it; null where there is none, it has no answers, or files have errors.</summary>
    /// <param name="round">Its name; null for the latest.</param>
    public SurveyStatement? Statement(string? round)
    {
        var rounds = Rounds.ToList();
        round ??= rounds.LastOrDefault();
        var place = round is null ? -1 : rounds.IndexOf(round);
        return place < 0 || Log() is not { } log ? null : Statement(rounds[place], place > 0 ? rounds[place - 1] : null, log) is { Audiences.Count: > 0 } statement ? statement : null;
    }

    /// <summary>A round by itself; null where it has no answers, or files have errors.</summary>
    public SurveyStatement? Alone(string round) => Log() is { } log && Statement(round, null, log) is { Audiences.Count: > 0 } statement ? statement : null;

    /// <summary>Whether results of a round were published.</summary>
    public bool IsPublished(string round) => Log() is { } log && log.Entries.Any(entry => entry.Round == round);

    /// <summary>What was published; null where the log has errors.</summary>
    public ReleaseLog? Log() => File.Exists(files.PathOf(LogName)) ? Checked(problems => ReleaseLogFile.Read(File.ReadAllText(files.PathOf(LogName)), files.PathOf(LogName), problems)) : ReleaseLog.Empty;

    /// <summary>Holds the log, so that nobody publishes between its reading and its keeping; waits a short while for whoever has it.</summary>
    /// <exception cref="IOException">Somebody holds it for long.</exception>
    public IDisposable Hold()
    {
        for (var left = Patience; ; left--)
        {
            try
            {
                return new FileStream(files.PathOf("survey/releases.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (left > 0)
            {
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>Keeps the log, whole or not at all.</summary>
    /// <returns>Its path.</returns>
    public string Keep(ReleaseLog log) => files.Write(LogName, ReleaseLogFile.Write(log));

    private AnswerReading? Answers(string path, SurveyForm form)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var problems = new List<Diagnostic>();
        var reading = AnswerReader.Read(File.ReadAllBytes(path), path, form, problems);
        problems.ForEach(files.Report);
        return reading;
    }

    private T? Checked<T>(Func<ICollection<Diagnostic>, T> read)
        where T : class
    {
        var problems = new List<Diagnostic>();
        var result = read(problems);
        problems.ForEach(files.Report);
        return problems.Exists(problem => problem.Rule.Severity == Severity.Error) ? null : result;
    }
}
