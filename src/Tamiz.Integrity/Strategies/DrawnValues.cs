using Tamiz.Evaluation;
using Tamiz.Integrity.Assessments;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Surveys;

namespace Tamiz.Integrity.Strategies;

/// <summary>Values of indicators that nobody has to enter: of the platform's evidence and of the survey, with their intervals.</summary>
public static class DrawnValues
{
    private const double Percent = 100;

    /// <summary>What the survey can be asked for: the index of a factor in one audience, like officials.morale.</summary>
    public static IReadOnlyList<string> SurveyMeasures { get; } =
        [.. Enum.GetValues<Audience>().SelectMany(audience => Factor.All.Select(factor => $"{AudienceWords.Of(audience)}.{factor.Id}"))];

    /// <summary>Whether a strategy asks the survey for anything.</summary>
    public static bool AsksSurvey(Strategy strategy) => strategy.Indicators.Any(indicator => indicator.Source == "survey");

    /// <summary>All values: those entered, and those drawn, which stand in the place of an entered one of the same day.</summary>
    /// <param name="strategy">The strategy whose indicators they are.</param>
    /// <param name="entered">Rows of indicators.csv.</param>
    /// <param name="platform">What the platform measured, shares in percent.</param>
    /// <param name="survey">Rounds of the survey.</param>
    public static IReadOnlyList<IndicatorValue> Join(Strategy strategy, IReadOnlyList<IndicatorValue> entered, IReadOnlyList<PlatformEvidence> platform, IReadOnlyList<SurveyStatement> survey)
    {
        List<IndicatorValue> drawn = [.. strategy.Indicators.SelectMany(indicator => indicator.Source switch
        {
            "platform" => platform.Where(one => one.Indicator.Id == indicator.Measure && one.Value is not null).Select(one => Of(indicator, one)),
            "survey" => survey.SelectMany(one => Of(indicator, one)),
            _ => [],
        })];
        var known = drawn.Select(one => (one.Indicator, one.Date)).ToHashSet();
        return [.. entered.Where(one => !known.Contains((one.Indicator, one.Date))), .. drawn];
    }

    private static IndicatorValue Of(StrategyIndicator indicator, PlatformEvidence evidence)
    {
        var value = evidence.Value!.Value;
        if (evidence.Indicator.Unit != "share")
        {
            return new IndicatorValue(indicator.Id, evidence.Date, value, null, "platform");
        }

        var (low, high) = CalibrationBin.Wilson((int)Math.Round(value * evidence.N), (int)evidence.N);
        (double, double)? interval = evidence.N > 0 ? (Math.Min(low, value) * Percent, Math.Max(high, value) * Percent) : null;
        return new IndicatorValue(indicator.Id, evidence.Date, value * Percent, interval, "platform");
    }

    private static IEnumerable<IndicatorValue> Of(StrategyIndicator indicator, SurveyStatement round)
    {
        foreach (var audience in round.Audiences)
        {
            foreach (var factor in audience.Figures.Factors.Where(factor => $"{AudienceWords.Of(audience.Sample.Form.Audience)}.{factor.Factor.Id}" == indicator.Measure))
            {
                if (factor.Index is { Value: { } value, Lower: { } lower, Upper: { } upper })
                {
                    yield return new IndicatorValue(indicator.Id, round.Round.To, value, (Math.Min(lower, value), Math.Max(upper, value)), "survey " + round.Round.Name);
                }
            }
        }
    }
}
