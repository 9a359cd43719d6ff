using Tamiz.Documents.Model;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Strategies;

namespace Tamiz.Integrity.Reports;

/// <summary>The strategy as a document.</summary>
public static class StrategyReport
{
    /// <summary>Makes it.</summary>
    public static Document Of(StrategyStatement statement, ReportSetting setting)
    {
        var (words, strategy) = (new ReportWords(setting), statement.Strategy);
        return words.Document(words.Of(strategy.Title), words.Say("strategy.subtitle", ("version", strategy.Version), ("from", words.Of(strategy.From)), ("to", words.Of(strategy.To))),
        [
            new Heading(1, words["strategy.vision"]),
            new Paragraph(words.Of(strategy.Vision), ParagraphStyle.Emphasis),
            .. Overview(strategy, words),
            new Heading(1, words["strategy.byFactor"]),
            .. Factor.All.SelectMany(factor => Objectives(factor, strategy, words)),
            .. Convergence(statement.Convergence, words),
            .. Changes(statement.Changes, words),
        ]);
    }

    private static IEnumerable<Block> Overview(Strategy strategy, ReportWords words)
    {
        var budgets = Factor.All.Select(factor => (Title: factor.Title(words.Words), Sum: strategy.BudgetOf(factor))).Where(one => one.Sum > 0).ToList();
        yield return new Heading(1, words["strategy.overview"]);
        yield return new Paragraph(words.Say("strategy.overviewText",
            ("objectives", words.Count("strategy.objectives", strategy.Objectives.Count)), ("actions", words.Count("strategy.actions", strategy.Actions.Count)),
            ("indicators", words.Count("strategy.indicators", strategy.Indicators.Count)), ("budget", words.Money(strategy.Budget, strategy.Currency))));
        if (budgets.Count > 0)
        {
            var alternative = string.Join("; ", budgets.Select(one => $"{one.Title}: {words.Money(one.Sum, strategy.Currency)}"));
            yield return new Figure(words["strategy.budgetByFactor"], alternative,
                new BarChart([.. budgets.Select(one => one.Title)], [new Series(words["plan.budget"], [.. budgets.Select(one => (double)one.Sum)])], 0, (double)budgets.Max(one => one.Sum), strategy.Currency));
        }
    }

    private static IEnumerable<Block> Objectives(Factor factor, Strategy strategy, ReportWords words)
    {
        yield return new Heading(2, factor.Title(words.Words));
        var objectives = strategy.Objectives.Where(objective => objective.Factor == factor).ToList();
        if (objectives.Count == 0)
        {
            yield return new Paragraph(words["strategy.noObjective"]);
        }

        foreach (var objective in objectives)
        {
            yield return new Heading(3, words.Of(objective.Title));
            var actions = strategy.Actions.Where(action => action.Objective == objective.Id).ToList();
            yield return actions.Count == 0 ? new Paragraph(words["strategy.noAction"]) : Actions(objective, actions, strategy, words);
            var indicators = strategy.Indicators.Where(indicator => indicator.Objective == objective.Id).ToList();
            if (indicators.Count > 0)
            {
                yield return Indicators(objective, indicators, words);
            }
        }
    }

    private static Table Actions(Objective objective, List<StrategyAction> actions, Strategy strategy, ReportWords words) => new(
        words.Say("strategy.actionsOf", ("objective", words.Of(objective.Title))),
        words.Columns(("plan.id", 0.9), ("plan.action", 4), ("plan.owner", 2.2), ("plan.begin", 1.5), ("plan.due", 1.5), ("plan.budget", -1.8), ("plan.after", 1.1)),
        [.. actions.Select(action => ReportWords.Row(
            action.Id, words.Of(action.Title), action.Owner.IsEmpty ? words["plan.nobody"] : words.Of(action.Owner), words.Of(action.Begin), words.Of(action.Due),
            words.Money(action.Budget, strategy.Currency), action.After.Count == 0 ? ReportWords.Nothing : string.Join(", ", action.After)))]);

    private static Table Indicators(Objective objective, List<StrategyIndicator> indicators, ReportWords words) => new(
        words.Say("strategy.indicatorsOf", ("objective", words.Of(objective.Title))),
        words.Columns(("plan.indicator", 4), ("plan.unit", 1.3), ("strategy.baseline", 2), ("strategy.target", 2), ("plan.source", 2)),
        [.. indicators.Select(indicator => ReportWords.Row(
            words.Of(indicator.Title), words.Of(indicator.Unit), Say(indicator.Baseline, words), Say(indicator.Target, words), words["strategy.source." + indicator.Source]))]);

    private static string Say(DatedValue? value, ReportWords words) => value is null ? ReportWords.Nothing : $"{words.Of((double)value.Value)} ({words.Of(value.Date)})";

    /// <summary>How sessions came closer to each other.</summary>
    internal static IEnumerable<Block> Convergence(Convergence? convergence, ReportWords words)
    {
        if (convergence is null || convergence.Sessions.Count == 0)
        {
            yield break;
        }

        var sessions = convergence.Sessions;
        var proposals = sessions.SelectMany(one => one.Session.Proposals).DistinctBy(proposal => proposal.Id).ToList();
        yield return new Heading(1, words["workshop.convergence"]);
        yield return new Paragraph(words["workshop.convergenceAbout"]);
        yield return new Table(words["workshop.convergence"],
            [new Column(words["workshop.proposal"], 4), .. sessions.Select(one => new Column(words.Say("workshop.session", ("number", $"{one.Session.Number}")), 1.2, true))],
            [.. proposals.Select(proposal => ReportWords.Row([words.Of(proposal.Text), .. convergence.SharesOf(proposal.Id).Select(share => share is { } one ? words.Words.Percent(one) : ReportWords.Nothing)]))]);
        foreach (var (before, after, correlation) in sessions.Zip(sessions.Skip(1)).Zip(convergence.Correlations, (pair, one) => (pair.First, pair.Second, one)))
        {
            yield return new Paragraph(words.Say(correlation is null ? "workshop.noCorrelation" : "workshop.correlation",
                ("before", $"{before.Session.Number}"), ("after", $"{after.Session.Number}"), ("value", words.Of(correlation)),
                ("agreementBefore", words.Of(before.Votes.Agreement)), ("agreementAfter", words.Of(after.Votes.Agreement))));
        }
    }

    private static IEnumerable<Block> Changes(IReadOnlyList<StrategyChange>? changes, ReportWords words)
    {
        if (changes is null)
        {
            yield break;
        }

        yield return new Heading(1, words["strategy.changes"]);
        yield return changes.Count == 0 ? new Paragraph(words["strategy.noChanges"]) : new Table(words["strategy.changes"],
            words.Columns(("strategy.what", 2), ("plan.id", 1), ("strategy.change", 1.6), ("strategy.was", 3), ("strategy.is", 3)),
            [.. changes.Select(change => ReportWords.Row(
                words["strategy.kind." + change.Kind], change.Id.Length == 0 ? ReportWords.Nothing : change.Id,
                change.Field.Length == 0 ? words["strategy.changed." + change.What] : words["strategy.field." + change.Field], OrNothing(change.Before), OrNothing(change.After)))]);
    }

    private static string OrNothing(string text) => text.Length == 0 ? ReportWords.Nothing : text;
}
