using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Surveys.Estimates;

namespace Tamiz.Integrity.Surveys;

/// <summary>Compares two rounds: what may be published of both, for all respondents.</summary>
internal static class ChangeMaking
{
    private const double Power = 0.8;

    public static RoundChange Make(SurveyData before, SurveyData after, SurveySetting setting, string roundBefore)
    {
        var earlier = Side.Of(before, setting with { Round = roundBefore });
        var later = Side.Of(after, setting);
        List<Factor> factors = [.. Factor.All.Where(factor => earlier.Items.Factors.ContainsKey(factor) && later.Items.Factors.ContainsKey(factor))];
        var asked = earlier.Items.Answers.Statements.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        List<StatementColumn> statements = [.. later.Items.Answers.Statements.Where(statement => asked.Contains(statement.Id))];
        var ofFactors = Changes([.. factors.Select(factor => Test(earlier.Estimate(factor), later.Estimate(factor)))], setting.Confidence, digits: 0);
        var ofStatements = Changes([.. statements.Select(one => Test(earlier.Estimate(one.Id), later.Estimate(one.Id)))], setting.Confidence, digits: 1);
        return new(
            roundBefore,
            setting.Round,
            [.. factors.Zip(ofFactors, (factor, change) => new FactorChange(factor, change))],
            [.. statements.Zip(ofStatements, (one, change) => new StatementChange(one.Id, one.Factor, change))]);
    }

    private static WelchTest? Test(MeanEstimate? before, MeanEstimate? after) => before is null || after is null ? null : WelchTest.Of(before, after);

    // The family is what could be tested at all.
    private static List<Change> Changes(IReadOnlyList<WelchTest?> tests, double confidence, int digits)
    {
        List<WelchTest> tested = [.. tests.OfType<WelchTest>()];
        var adjusted = new Queue<double>(WelchTest.Holm([.. tested.Select(test => test.P)]));
        return [.. tests.Select(test => test is null
            ? new Change(Figure.Without(Withheld.Confidential), null, null, null, null, ChangeVerdict.TooFew)
            : Change(test, adjusted.Dequeue(), confidence, (digits, tested.Count)))];
    }

    private static Change Change(WelchTest test, double adjusted, double confidence, (int Digits, int Tests) family)
    {
        var half = test.Error * StudentT.Distance(1 - confidence, test.Degrees);
        var verdict = adjusted > 1 - confidence ? ChangeVerdict.NotTold : test.Difference > 0 ? ChangeVerdict.Rose : ChangeVerdict.Fell;
        return new(
            FigureMaking.Rounded(test.Difference, (test.Difference - half, test.Difference + half), test.Answers, family.Digits),
            FigureMaking.Round(test.P, 3),
            FigureMaking.Round(adjusted, 3),
            FigureMaking.Round(test.EffectSize, 1),
            FigureMaking.Round(test.Detectable(confidence, Power, family.Tests), family.Digits),
            verdict);
    }

    private sealed record Side(SurveyItems Items, SurveyFigures Figures)
    {
        public static Side Of(SurveyData data, SurveySetting setting) =>
            new(SurveyItems.Of(data.Answers, data.Population, setting), SurveyFigures.Of(data.Answers, data.Population, setting));

        // Null where the round's own figure is not published.
        public MeanEstimate? Estimate(Factor factor) =>
            Figures.Factors.First(one => one.Factor == factor).Index.Value is null ? null : Estimate(Items.Factors[factor]);

        public MeanEstimate? Estimate(string statement) => Figures.Statements.First(one => one.Statement == statement).Mean.Value is null ? null
            : Estimate(SurveyItems.Values(Items.Answers.Statements.First(one => one.Id == statement)));

        private MeanEstimate Estimate(double[] values) => MeanEstimate.Of(Items.Weights, SurveyItems.Members(values), values);
    }
}

/// <summary>A round's answers and population.</summary>
internal sealed record SurveyData(AnswerTable Answers, Population Population);
