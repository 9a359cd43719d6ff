using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Surveys.Disclosure;
using Tamiz.Integrity.Surveys.Estimates;

namespace Tamiz.Integrity.Surveys;

internal static class FigureMaking
{
    public static SurveyFigures Make(AnswerTable answers, Population population, SurveySetting setting)
    {
        var survey = SurveyItems.Of(answers, population, setting);
        var profiles = SurveyProfiles.Of(survey.Answers);
        var persons = new int[profiles.Kinds.Count];
        foreach (var kind in profiles.KindOf)
        {
            persons[kind]++;
        }

        var margins = PublishedCells.Of(profiles, profiles.Groups(new double[answers.Count]), setting, null, profiles.Known(setting, "respondents"));
        var figures = new SurveyFigures(
            setting.Round,
            setting.PopulationId,
            Count("", answers.Count, margins.All, SurveyItems.Persons(population, null, "")),
            Summary(survey.Weights.Summary, margins.All),
            StatementFiguresOf(survey),
            [.. Factor.All.Where(factor => survey.Factors.ContainsKey(factor)).Select(factor => FactorFiguresOf(survey, profiles, factor))],
            [.. profiles.Strata.Select((stratum, s) => Stratum(profiles, persons, margins, (stratum, s), population))],
            CrossTables.Of(profiles, persons, setting, margins));
        return ReleaseGate.Withhold(figures, setting);
    }

    private static RespondentCount Count(string category, int respondents, bool shown, long? persons) => new(
        category,
        shown ? respondents : null,
        persons,
        shown && persons > 0 ? Round((double)respondents / persons.Value, 2) : null,
        shown ? Withheld.No : Withheld.Confidential);

    private static WeightingSummary Summary(WeightingSummary summary, bool shown) => summary with
    {
        DesignEffect = shown ? Round(summary.DesignEffect, 2) : 1,
        EffectiveRespondents = shown ? summary.EffectiveRespondents : null,
    };

    private static StratumFigures Stratum(SurveyProfiles profiles, int[] persons, PublishedCells margins, (StratumColumn Column, int At) stratum, Population population)
    {
        var counts = new int[stratum.Column.Categories.Count + 1];
        for (var p = 0; p < persons.Length; p++)
        {
            counts[profiles.Of(p, stratum.At)] += persons[p];
        }

        return new(stratum.Column.Id, [.. counts.Select((count, c) => Count(
            profiles.Category(stratum.At, c), count, margins[stratum.At, c], SurveyItems.Persons(population, stratum.Column.Id, profiles.Category(stratum.At, c))))]);
    }

    private static List<StatementFigures> StatementFiguresOf(SurveyItems survey)
    {
        var hidden = survey.Factors.Keys.Select(survey.Covering).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. survey.Answers.Statements.Select(statement =>
        {
            var values = SurveyItems.Values(statement);
            var favourable = SurveyItems.Favourable(statement);
            var n = SurveyItems.Members(values).Count;
            var why = n == 0 ? Withheld.Empty
                : hidden.Contains(statement.Id) || !survey.MayStand(values, 1, 5) || !survey.MayStand(favourable, 0, 1) ? Withheld.Confidential : Withheld.No;
            return why != Withheld.No
                ? new StatementFigures(statement.Id, statement.Factor, Figure.Without(why), Figure.Without(why), null)
                : new(statement.Id, statement.Factor, Share(survey, favourable), MeanFigure(survey, values, (1, 5), 1), Round(1 - ((double)n / survey.Answers.Count), 2));
        })];
    }

    private static FactorFigures FactorFiguresOf(SurveyItems survey, SurveyProfiles profiles, Factor factor)
    {
        var values = survey.Factors[factor];
        var cells = PublishedCells.Of(profiles, profiles.Groups(values), survey.Setting, (0, 100), profiles.Known(survey.Setting, "factor:" + factor.Id));
        var all = SurveyItems.Members(values);
        var categories = new List<CategoryFigure>();
        for (var s = 0; s < profiles.Strata.Count; s++)
        {
            var members = all.ToLookup(i => profiles.Of(profiles.KindOf[i], s));
            for (var c = 0; c <= profiles.Strata[s].Categories.Count; c++)
            {
                var figure = cells[s, c] ? MeanFigure(MeanEstimate.Of(survey.Weights, [.. members[c]], values), survey.Setting.Confidence, (0, 100), 0)
                    : Figure.Without(Withheld.Confidential);
                categories.Add(new(profiles.Strata[s].Id, profiles.Category(s, c), figure));
            }
        }

        var index = cells.All ? MeanFigure(survey, values, (0, 100), 0) : Figure.Without(all.Count == 0 ? Withheld.Empty : Withheld.Confidential);
        return new(factor, index, categories);
    }

    private static Figure MeanFigure(SurveyItems survey, double[] values, (double Low, double High) scale, int digits) =>
        MeanFigure(MeanEstimate.Of(survey.Weights, SurveyItems.Members(values), values), survey.Setting.Confidence, scale, digits);

    private static Figure MeanFigure(MeanEstimate mean, double confidence, (double Low, double High) scale, int digits)
    {
        var half = mean.HalfWidth(confidence);
        return Rounded(mean.Mean, (Math.Max(scale.Low, mean.Mean - half), Math.Min(scale.High, mean.Mean + half)), mean.Answers, digits);
    }

    private static Figure Share(SurveyItems survey, double[] favourable)
    {
        var mean = MeanEstimate.Of(survey.Weights, SurveyItems.Members(favourable), favourable);
        return Rounded(mean.Mean, mean.ShareInterval(survey.Setting.Confidence), mean.Answers, 2);
    }

    /// <summary>The value to the nearest, the interval outwards; what is nearer than 1e-9 to a step counts as on it.</summary>
    public static Figure Rounded(double value, (double Lower, double Upper) interval, int answers, int digits)
    {
        var step = digits switch { 0 => 1, 1 => 10, _ => 100 };
        return new(Round(value, digits), Math.Floor((interval.Lower * step) + 1e-9) / step, Math.Ceiling((interval.Upper * step) - 1e-9) / step, answers, Withheld.No);
    }

    /// <summary>To the nearest; halves away from 0, where what is nearer than 1e-9 to a half counts as one.</summary>
    public static double Round(double value, int digits)
    {
        var step = digits switch { 0 => 1, 1 => 10, 2 => 100, _ => 1000 };
        return Math.Sign(value) * Math.Floor((Math.Abs(value) * step) + 0.5 + 1e-9) / step;
    }
}
