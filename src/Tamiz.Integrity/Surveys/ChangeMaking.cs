namespace Tamiz.Integrity.Surveys;

internal static class ChangeMaking
{
    public static RoundChange Make(SurveyData before, SurveyData after, SurveySetting setting, string roundBefore) => new(roundBefore, setting.Round, [], []);
}

internal sealed record SurveyData(AnswerTable Answers, Population Population);
