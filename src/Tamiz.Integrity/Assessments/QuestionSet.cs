using Tamiz.Formats;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Assessments;

/// <summary>The questions of a self-assessment, by factor.</summary>
/// <param name="Name">Which set it is, and its edition.</param>
/// <param name="Questions">In the order of the factors.</param>
public sealed record QuestionSet(string Name, IReadOnlyList<Question> Questions)
{
    /// <summary>The set that comes with Tamiz: three questions a factor.</summary>
    public static QuestionSet Standard { get; } = Read(EmbeddedText.Of("assessment.yaml"), "assessment.yaml", []);

    /// <summary>The question of an id; null where there is none.</summary>
    public Question? Find(string id) => Questions.FirstOrDefault(question => question.Id == id);

    /// <summary>Reads a set of an administration's own. Use it only where nothing of severity error was added.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2950 to TZ2956.</param>
    public static QuestionSet Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var ids = new Ids(diagnostics);
        var name = top.Text("name", required: true) ?? "";
        var questions = top.Sections("questions", required: true).Select(section => ReadQuestion(section, ids, diagnostics)).OfType<Question>()
            .OrderBy(question => question.Factor.Number).ToList();
        top.RejectUnknownKeys();
        foreach (var factor in Factor.All.Where(factor => questions.TrueForAll(question => question.Factor != factor)))
        {
            diagnostics.Add(AssessmentDiagnostics.FactorWithoutQuestion.At(top.PlaceOf("questions"), factor.Id));
        }

        return new QuestionSet(name, questions);
    }

    private static Question? ReadQuestion(YamlSection section, Ids ids, ICollection<Diagnostic> diagnostics)
    {
        var id = ids.Read(section);
        var name = section.Text("factor", required: true) ?? "";
        var text = LocalText.Read(section, "text", diagnostics, required: true);
        var seen = section.Section("levels", required: true);
        var levels = Enumerable.Range(0, Question.Highest + 1).Select(level => LocalText.Read(seen, $"{level}", diagnostics)).ToList();
        if (levels.Exists(level => level.IsEmpty))
        {
            diagnostics.Add(AssessmentDiagnostics.LevelMissing.At(section.PlaceOf("levels"), id, $"level {levels.FindIndex(level => level.IsEmpty)}"));
        }

        seen.RejectUnknownKeys();
        section.RejectUnknownKeys();
        var factor = FactorReading.Find(name, section.PlaceOf("factor"), diagnostics);
        return factor is null ? null : new Question(id, factor, text, levels);
    }
}
