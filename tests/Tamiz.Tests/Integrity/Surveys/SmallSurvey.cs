using System.Text;
using Tamiz.Integrity.Surveys;

namespace Tamiz.Tests.Integrity.Surveys;

/// <summary>A survey of three statements, in the files of Small.</summary>
internal static class SmallSurvey
{
    /// <summary>What it asks.</summary>
    public static Questionnaire Questionnaire { get; } = QuestionnaireReader.Read(TextOf("questionnaire"), "questionnaire.yaml", []);

    /// <summary>What officials are asked.</summary>
    public static SurveyForm Form { get; } = SurveyRoundReader.Read(TextOf("round"), "round.yaml", "2026-1", Questionnaire, []).Of(Audience.Officials).Form;

    /// <summary>The text of one of its files.</summary>
    public static string TextOf(string file) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "Tamiz.Tests", "Integrity", "Surveys", "Small", file == "answers" ? "answers.csv" : file + ".yaml"));

    /// <summary>What is wrong with a text in the place of one of its files.</summary>
    public static List<Diagnostic> Read(string file, string text)
    {
        var diagnostics = new List<Diagnostic>();
        switch (file)
        {
            case "questionnaire": QuestionnaireReader.Read(text, "questionnaire.yaml", diagnostics); break;
            case "round": SurveyRoundReader.Read(text, "round.yaml", "2026-1", Questionnaire, diagnostics); break;
            case "releases": ReleaseLogFile.Read(text, "releases.yaml", diagnostics); break;
            default: AnswerReader.Read(Encoding.UTF8.GetBytes(text), "answers.csv", Form, diagnostics); break;
        }

        return diagnostics;
    }
}
