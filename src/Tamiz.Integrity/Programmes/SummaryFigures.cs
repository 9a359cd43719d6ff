using Tamiz.Integrity.Assessments;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Strategies;
using Tamiz.Integrity.Surveys;

namespace Tamiz.Integrity.Programmes;

/// <summary>What a summary is made of: the results of an administration's own round.</summary>
/// <param name="Assessment">The self-assessment; null where there is none.</param>
/// <param name="Officials">What may be published of the officials' survey; null where there is none.</param>
/// <param name="PrivateSector">The same of the private sector's.</param>
/// <param name="Progress">The strategy and its progress; null where there is none.</param>
public sealed record SummaryFigures(AssessmentResult? Assessment, SurveyFigures? Officials, SurveyFigures? PrivateSector, ProgressStatement? Progress)
{
    /// <summary>The figures of the ten factors, without what rests on fewer than <see cref="FactorFigures.FewestPersons"/>.</summary>
    public IReadOnlyList<FactorFigures> ByFactor() => [.. Factor.All.Select(factor =>
        new FactorFigures(factor, LevelOf(factor), IndexOf(Officials, factor), IndexOf(PrivateSector, factor), ActionsOf(factor), IndicatorsOf(factor))
        {
            Withheld = [.. new[] { ("officials", Officials), ("private-sector", PrivateSector) }.Where(one => IsWithheld(one.Item2, factor)).Select(one => one.Item1)],
        }.WithholdingSmall())];

    // Each assessor counts once, however many questions the factor has.
    private AgreedLevel? LevelOf(Factor factor) => Assessment?.Factors[factor.Number - 1].Level is { } level
        ? new AgreedLevel(SummaryForm.Round((decimal)level), Assessment.Questions.Where(question => question.Question.Factor == factor)
            .SelectMany(question => question.Answer?.Levels ?? []).Select(one => one.Assessor).Distinct(StringComparer.Ordinal).Count())
        : null;

    private static SurveyIndex? IndexOf(SurveyFigures? survey, Factor factor) =>
        FigureOf(survey, factor) is { Value: { } value, Lower: { } lower, Upper: { } upper, Answers: { } answers }
            ? new SurveyIndex(SummaryForm.Round((decimal)value), Within((decimal)lower), Within((decimal)upper), answers)
            : null;

    private static bool IsWithheld(SurveyFigures? survey, Factor factor) => FigureOf(survey, factor)?.Withheld is not (null or Withheld.No or Withheld.Empty);

    private static Figure? FigureOf(SurveyFigures? survey, Factor factor) => survey?.Factors.FirstOrDefault(one => one.Factor == factor)?.Index;

    private static decimal Within(decimal value) => SummaryForm.Round(Math.Clamp(value, 0, 100));

    private ActionCounts? ActionsOf(Factor factor)
    {
        if (Progress is null)
        {
            return null;
        }

        var own = Progress.Strategy.ActionsOf(factor).Select(action => action.Id).ToHashSet(StringComparer.Ordinal);
        var actions = Progress.Actions.Where(action => own.Contains(action.Action.Id)).ToList();
        return new ActionCounts(With("planned"), With("under-way"), With("done"), With("stopped"), actions.Count(action => action.DaysLate > 0));

        int With(string status) => actions.Count(action => action.Status == status);
    }

    private IndicatorCounts? IndicatorsOf(Factor factor)
    {
        if (Progress is null)
        {
            return null;
        }

        var objectives = Progress.Strategy.Objectives.Where(objective => objective.Factor == factor).Select(objective => objective.Id).ToHashSet(StringComparer.Ordinal);
        var effects = Progress.Effects.Where(effect => objectives.Contains(effect.Indicator.Objective)).ToList();
        var reached = effects.Select(IsOnTarget).ToList();
        return new IndicatorCounts(reached.Count(one => one == true), reached.Count(one => one is not null), effects.Count);
    }

    // A baseline is where things stood before anything was measured: it has not reached anything.
    private static bool? IsOnTarget(Effect effect)
    {
        var latest = effect.Last ?? (effect.First is { Source: not "strategy" } first ? first : null);
        return latest is null || effect.Indicator.Target is not { } target ? null
            : effect.Indicator.HigherIsBetter ? latest.Value >= (double)target.Value : latest.Value <= (double)target.Value;
    }
}
