using System.Globalization;
using System.Text.RegularExpressions;
using Tamiz.Formats;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Assessments;

/// <summary>Reads assessment/ROUND.yaml.</summary>
public static partial class AssessmentReader
{
    private const int None = -1;

    /// <summary>Reads a round. Use it only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics; its round is named as it.</param>
    /// <param name="questions">The questions that were asked.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2950 to TZ2953, TZ2958 to TZ2960, TZ2963, TZ2964, TZ2967, TZ2968.</param>
    public static AssessmentRound Read(string yaml, string file, QuestionSet questions, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var name = top.Text("round", required: true) ?? "";
        if (!Named().IsMatch(name) || name != Path.GetFileNameWithoutExtension(file))
        {
            diagnostics.Add(AssessmentDiagnostics.RoundName.At(top.PlaceOf("round"), name));
        }

        var date = top.Date("date", required: true) ?? default;
        var ids = new Ids(diagnostics);
        var assessors = top.Sections("assessors", required: true).Select(section => ReadAssessor(section, ids, diagnostics)).ToList();
        var (answered, known) = (new Ids(diagnostics), questions.Questions.Select(question => question.Id).ToList());
        var answers = new List<Answer>();
        foreach (var section in top.Sections("answers", required: true))
        {
            var answer = ReadAnswer(section, answered, assessors, date, diagnostics);
            Ids.Demand(answer.Question, known, section.PlaceOf("question"), diagnostics);
            Check(answer, section, diagnostics);
            answers.Add(answer);
        }

        top.RejectUnknownKeys();
        foreach (var question in questions.Questions.Where(question => !answers.Exists(answer => answer.Question == question.Id && answer.Levels.Count > 0)))
        {
            diagnostics.Add(AssessmentDiagnostics.NotAnswered.At(top.PlaceOf("answers"), question.Id));
        }

        return new AssessmentRound(name, date, assessors, answers);
    }

    private static Assessor ReadAssessor(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var assessor = new Assessor(ids.Read(section), LocalText.Read(section, "unit", diagnostics, required: true), LocalText.Read(section, "function", diagnostics));
        section.RejectUnknownKeys();
        return assessor;
    }

    private static Answer ReadAnswer(YamlSection section, Ids answered, List<Assessor> assessors, DateOnly date, ICollection<Diagnostic> diagnostics)
    {
        var question = answered.Read(section, "question");
        var (levels, comments) = (section.Section("levels", required: true), section.Section("comments"));
        var answer = new Answer(
            question,
            [.. assessors.Where(assessor => levels.Has(assessor.Id)).Select(assessor => (assessor.Id, levels.Whole(assessor.Id, 0, 0, Question.Highest)))],
            [.. assessors.Select(assessor => (assessor.Id, LocalText.Read(comments, assessor.Id, diagnostics))).Where(comment => !comment.Item2.IsEmpty)],
            section.Whole("agreed", None, 0, Question.Highest) is >= 0 and var agreed ? agreed : null,
            LocalText.Read(section, "reasoning", diagnostics),
            Evidence.ReadAll(section, date, diagnostics),
            section.Place);
        levels.RejectUnknownKeys();
        comments.RejectUnknownKeys();
        section.RejectUnknownKeys();
        return answer;
    }

    private static void Check(Answer answer, YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        if (answer.Agreed is { } agreed && answer.Levels.Count > 0 && answer.Reasoning.IsEmpty
            && (agreed < answer.Levels.Min(level => level.Level) || agreed > answer.Levels.Max(level => level.Level)))
        {
            diagnostics.Add(AssessmentDiagnostics.AgreedOutside.At(section.PlaceOf("agreed"), agreed.ToString(CultureInfo.InvariantCulture)));
        }
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}$")]
    private static partial Regex Named();
}
