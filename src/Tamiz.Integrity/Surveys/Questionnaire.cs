using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Surveys;

/// <summary>The questions of the perception survey: a form for officials and one for the private sector.</summary>
/// <param name="Forms">One for each audience, in its order.</param>
public sealed record Questionnaire(IReadOnlyList<SurveyForm> Forms)
{
    /// <summary>The one that comes with Tamiz: three statements a factor for officials, two for the private sector.</summary>
    public static Questionnaire Standard { get; } = QuestionnaireReader.Read(EmbeddedText.Of("questionnaire.yaml"), "questionnaire.yaml", []);

    /// <summary>The form of an audience.</summary>
    public SurveyForm Of(Audience audience) => Forms[(int)audience];
}
