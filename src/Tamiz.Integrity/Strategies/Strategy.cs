using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>The integrity strategy of an administration.</summary>
/// <param name="Version">Like 1.0.</param>
/// <param name="Title">Its title.</param>
/// <param name="Vision">What the administration wants to be.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Currency">Currency of budgets, ISO 4217.</param>
/// <param name="Objectives">What is to be reached, by factor.</param>
/// <param name="Actions">What is done.</param>
/// <param name="Indicators">What shows whether it is reached.</param>
public sealed record Strategy(
    string Version, LocalText Title, LocalText Vision, DateOnly From, DateOnly To, string Currency,
    IReadOnlyList<Objective> Objectives, IReadOnlyList<StrategyAction> Actions, IReadOnlyList<StrategyIndicator> Indicators)
{
    /// <summary>All budgets together.</summary>
    public decimal Budget => Actions.Sum(action => action.Budget);

    /// <summary>The budgets of a factor's actions.</summary>
    public decimal BudgetOf(Factor factor) => ActionsOf(factor).Sum(action => action.Budget);

    /// <summary>The actions that serve a factor's objectives.</summary>
    public IEnumerable<StrategyAction> ActionsOf(Factor factor) =>
        Actions.Where(action => Objectives.Any(objective => objective.Id == action.Objective && objective.Factor == factor));

    /// <summary>The action of an id; null where there is none.</summary>
    public StrategyAction? Find(string action) => Actions.FirstOrDefault(one => one.Id == action);
}

/// <summary>Something to be reached.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Factor">The factor that it belongs to.</param>
/// <param name="Title">Its words.</param>
public sealed record Objective(string Id, Factor Factor, LocalText Title);

/// <summary>Something to be done.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Objective">Id of the objective that it serves.</param>
/// <param name="Title">Its words.</param>
/// <param name="Owner">Who answers for it; empty where nobody does.</param>
/// <param name="Begin">When it begins.</param>
/// <param name="Due">When it has to be done.</param>
/// <param name="Budget">In the strategy's currency.</param>
/// <param name="After">Ids of actions that have to be done before.</param>
public sealed record StrategyAction(
    string Id, string Objective, LocalText Title, LocalText Owner, DateOnly Begin, DateOnly Due, decimal Budget, IReadOnlyList<string> After);

/// <summary>Something that shows whether an objective is reached.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Objective">Id of the objective.</param>
/// <param name="Title">Its words.</param>
/// <param name="Unit">What its values count.</param>
/// <param name="Source">platform, survey or manual.</param>
/// <param name="Measure">The platform's indicator, or the survey's audience and factor, like officials.morale; empty for manual ones.</param>
/// <param name="HigherIsBetter">Whether more of it is better.</param>
/// <param name="Baseline">Where it stood; null where it is not known yet.</param>
/// <param name="Target">Where it is to stand.</param>
public sealed record StrategyIndicator(
    string Id, string Objective, LocalText Title, LocalText Unit, string Source, string Measure, bool HigherIsBetter, DatedValue? Baseline, DatedValue? Target);

/// <summary>A value at a date.</summary>
/// <param name="Value">The value.</param>
/// <param name="Date">The date.</param>
public sealed record DatedValue(decimal Value, DateOnly Date);
