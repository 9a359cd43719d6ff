using System.Globalization;
using Tamiz.Formats;
using Tamiz.Integrity.Assessments;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>What does not go together in a strategy.</summary>
internal static class StrategyChecks
{
    /// <summary>Looks at dates and dependencies, and at what is left out.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="placeOf">Where a key of the file, or ACTION.KEY, stands.</param>
    /// <param name="diagnostics">Receives TZ2953, TZ2985 to TZ2990, TZ2994.</param>
    public static void Check(Strategy strategy, Func<string, Place> placeOf, ICollection<Diagnostic> diagnostics)
    {
        if (strategy.To < strategy.From)
        {
            diagnostics.Add(StrategyDiagnostics.EndsBeforeBegin.At(placeOf("to"), Text(strategy.To)));
        }

        foreach (var action in strategy.Actions)
        {
            Check(action, strategy, placeOf, diagnostics);
        }

        foreach (var circle in Dependencies.Circles(strategy.Actions))
        {
            diagnostics.Add(StrategyDiagnostics.Cycle.At(placeOf(circle[0] + ".after"), string.Join(" → ", circle.Append(circle[0]))));
        }

        foreach (var factor in Factor.All.Where(factor => strategy.Objectives.All(objective => objective.Factor != factor)))
        {
            diagnostics.Add(StrategyDiagnostics.FactorWithoutObjective.At(placeOf("objectives"), factor.Id));
        }

        foreach (var objective in strategy.Objectives.Where(objective => strategy.Actions.All(action => action.Objective != objective.Id)))
        {
            diagnostics.Add(StrategyDiagnostics.ObjectiveWithoutAction.At(placeOf("objectives"), objective.Id));
        }
    }

    /// <summary>Looks at an indicator (TZ2991 to TZ2993).</summary>
    public static void Check(StrategyIndicator indicator, YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        if (indicator is { Baseline: { } baseline, Target: { } target })
        {
            if (target.Date <= baseline.Date)
            {
                diagnostics.Add(StrategyDiagnostics.TargetTooEarly.At(section.PlaceOf("target"), Text(target.Date), $"later than {baseline.Date:O}"));
            }

            if (indicator.HigherIsBetter ? target.Value <= baseline.Value : target.Value >= baseline.Value)
            {
                diagnostics.Add(StrategyDiagnostics.TargetIsWorse.At(section.PlaceOf("target"), target.Value.ToString(CultureInfo.InvariantCulture)));
            }
        }

        var known = indicator.Source switch
        {
            "platform" => PlatformIndicator.All.Select(one => one.Id),
            "survey" => DrawnValues.SurveyMeasures,
            _ => [indicator.Measure],
        };
        if (!known.Contains(indicator.Measure))
        {
            diagnostics.Add(StrategyDiagnostics.UnknownMeasure.At(section.PlaceOf("measure"), indicator.Measure, Nearest.To(indicator.Measure, known) is { } near ? $"«{near}»" : null));
        }
    }

    private static void Check(StrategyAction action, Strategy strategy, Func<string, Place> placeOf, ICollection<Diagnostic> diagnostics)
    {
        if (action.Due < action.Begin)
        {
            diagnostics.Add(StrategyDiagnostics.EndsBeforeBegin.At(placeOf(action.Id + ".due"), Text(action.Due)));
        }

        if (action.Begin < strategy.From || action.Due > strategy.To)
        {
            diagnostics.Add(StrategyDiagnostics.OutsidePeriod.At(placeOf(action.Id + ".due"), $"{action.Begin:O} – {action.Due:O}", $"{strategy.From:O} – {strategy.To:O}"));
        }

        if (action.Owner.IsEmpty)
        {
            diagnostics.Add(StrategyDiagnostics.NoOwner.At(placeOf(action.Id + ".owner"), action.Id));
        }

        foreach (var name in action.After)
        {
            Ids.Demand(name, [.. strategy.Actions.Select(one => one.Id)], placeOf(action.Id + ".after"), diagnostics);
            if (strategy.Find(name) is { } before && action.Due < before.Due)
            {
                diagnostics.Add(StrategyDiagnostics.DueTooEarly.At(placeOf(action.Id + ".due"), Text(action.Due), $"not before {before.Due:O}, when {before.Id} is due"));
            }
        }
    }

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
