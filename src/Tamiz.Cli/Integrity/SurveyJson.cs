using Tamiz.Integrity.Surveys;

namespace Tamiz.Cli.Integrity;

/// <summary>What may be published of a round, as one JSON object.</summary>
internal static class SurveyJson
{
    /// <summary>The object.</summary>
    public static object Of(SurveyStatement statement) => new
    {
        round = statement.Round.Name,
        from = statement.Round.From,
        to = statement.Round.To,
        collector = statement.Round.Collector.Kind,
        selfCollected = statement.Round.Collector.IsCustoms,
        minimumGroup = statement.Round.MinimumGroup,
        against = statement.Before?.Name,
        audiences = statement.Audiences.Select(one => new
        {
            id = one.Figures.PopulationId,
            read = Shown(one, one.Reading.Read),
            taken = Shown(one, one.Reading.Taken),
            refused = Shown(one, one.Reading.Refused),
            repeated = one.Reading.Repeated,
            respondents = Count(one.Figures.Respondents),
            weighting = new { method = Word(one.Figures.Weighting.Method), designEffect = one.Figures.Weighting.DesignEffect, effective = one.Figures.Weighting.EffectiveRespondents, remarks = one.Figures.Weighting.Remarks.Select(Word) },
            factors = one.Figures.Factors.Select(factor => new
            {
                id = factor.Factor.Id,
                index = Figure(factor.Index),
                byCategory = factor.ByCategory.Select(category => new { stratum = category.Stratum, category = category.Category, index = Figure(category.Index) }),
            }),
            statements = one.Figures.Statements.Select(figures => new { id = figures.Statement, factor = figures.Factor.Id, favourable = Figure(figures.Favourable), mean = Figure(figures.Mean), noAnswer = figures.NoAnswer }),
            strata = one.Figures.Strata.Select(stratum => new { id = stratum.Stratum, categories = stratum.Categories.Select(Count) }),
            change = one.Change is null ? null : new
            {
                factors = one.Change.Factors.Select(change => new { id = change.Factor.Id, change = Change(change.Change) }),
                statements = one.Change.Statements.Select(change => new { id = change.Statement, change = Change(change.Change) }),
            },
        }),
    };

    // How many rows there are would tell what the number of respondents does not.
    private static int? Shown(AudienceStatement one, int rows) => one.Figures.Respondents.Withheld == Withheld.No ? rows : null;

    private static object Count(RespondentCount count) => new { category = count.Category, respondents = count.Respondents, persons = count.Persons, rate = count.ResponseRate, withheld = Why(count.Withheld) };

    private static object Figure(Figure figure) => new { value = figure.Value, lower = figure.Lower, upper = figure.Upper, answers = figure.Answers, withheld = Why(figure.Withheld) };

    private static object Change(Change change) => new { difference = Figure(change.Difference), p = change.P, adjusted = change.AdjustedP, effect = change.EffectSize, detectable = change.Detectable, verdict = Word(change.Verdict) };

    private static string? Why(Withheld why) => why == Withheld.No ? null : Word(why);

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
