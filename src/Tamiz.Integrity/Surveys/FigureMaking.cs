using Tamiz.Integrity.Surveys.Estimates;

namespace Tamiz.Integrity.Surveys;

internal static class FigureMaking
{
    public static SurveyFigures Make(AnswerTable answers, Population population, SurveySetting setting) => new(
        setting.Round, setting.PopulationId, new("", null, null, null, Withheld.Confidential),
        new(WeightingMethod.None, 1, 0, 0, 1, null, []), [], [], [], []);
}
