using Tamiz.Integrity.Assessments;
using Tamiz.Integrity.Strategies;
using Tamiz.Integrity.Surveys;
using Tamiz.Integrity.Surveys.Disclosure;
using Xunit;

namespace Tamiz.Tests.Integrity;

public sealed class DrawnValuesTests
{
    private static readonly DateOnly Day = new(2026, 3, 15);
    private readonly StrategySample _sample = new();

    [Fact]
    public void A_share_that_the_platform_measured_comes_in_percent_with_its_interval_and_replaces_what_was_entered()
    {
        var strategy = _sample.Strategy();
        var overrides = PlatformIndicator.All.Single(one => one.Id == "overrides");
        IndicatorValue[] entered = [new("i4", Day, 99, null, "by hand"), new("i4", Day.AddDays(-1), 98, null, "by hand"), new("i1", Day, 3, null, "minutes")];
        var values = DrawnValues.Join(strategy, entered, [new PlatformEvidence(overrides, Day, 0.05, 400, "ledger"), new PlatformEvidence(overrides, Day.AddDays(1), null, 0, "not-recorded")], []);
        var drawn = Assert.Single(values, value => value.Indicator == "i4" && value.Date == Day);
        Assert.Equal(5, drawn.Value, 9);

        // Wilson's interval of 20 of 400.
        Assert.Equal(3.2597, drawn.Interval!.Value.Low, 3);
        Assert.Equal(7.5964, drawn.Interval!.Value.High, 3);
        Assert.Equal(3, values.Count);
        Assert.Contains(values, value => value.Value == 98);
    }

    [Fact]
    public void The_survey_gives_the_index_of_the_audience_and_factor_that_is_asked_for()
    {
        var strategy = _sample.Strategy();
        var folder = Path.Combine(StrategySample.Home, "integrity", "survey");
        var diagnostics = new List<Diagnostic>();
        var round = SurveyRoundReader.Read(File.ReadAllText(Path.Combine(folder, "2026-1.yaml")), "2026-1.yaml", "2026-1", Questionnaire.Standard, diagnostics);
        var readings = Enum.GetValues<Audience>().Select(audience =>
            (AnswerReading?)AnswerReader.Read(File.ReadAllBytes(Path.Combine(folder, $"2026-1-{AudienceWords.Of(audience)}.csv")), "answers.csv", round.Of(audience).Form, diagnostics)).ToList();
        var statement = SurveyStatement.Of(new SurveyAnswers(round, readings, ["a", "b"]), null, ReleaseLog.Empty, diagnostics);
        var values = DrawnValues.Join(strategy, [], [], [statement]);
        Assert.Equal(["i10", "i3", "i9"], values.Select(value => value.Indicator).Order(StringComparer.Ordinal));
        var transparency = statement.Audiences.Single(one => one.Sample.Form.Audience == Audience.Private).Figures.Factors.Single(factor => factor.Factor.Id == "transparency").Index;
        var drawn = values.Single(value => value.Indicator == "i3");
        Assert.Equal(transparency.Value, drawn.Value);
        Assert.Equal((transparency.Lower, transparency.Upper), (drawn.Interval!.Value.Low, drawn.Interval!.Value.High));
        Assert.Equal(round.To, drawn.Date);
    }
}
