using Tamiz.Documents.Model;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Strategies;

namespace Tamiz.Integrity.Reports;

/// <summary>The report on the progress of a strategy.</summary>
public static class ProgressReport
{
    private static readonly string[] States = ["planned", "under-way", "done", "stopped"];

    /// <summary>Makes it.</summary>
    public static Document Of(ProgressStatement statement, ReportSetting setting)
    {
        var (words, strategy) = (new ReportWords(setting), statement.Strategy);
        return words.Document(words["progress.title"], words.Say("progress.subtitle", ("strategy", words.Of(strategy.Title)), ("version", strategy.Version), ("date", words.Of(statement.Date))),
        [
            new Heading(1, words["progress.overview"]),
            new Paragraph(Summary(statement, words), ParagraphStyle.Emphasis),
            Chart(statement, words),
            Actions(statement, words),
            .. Late(statement, words),
            .. Effects(statement, words),
        ]);
    }

    private static string Summary(ProgressStatement statement, ReportWords words) => words.Say("progress.summary",
        ("done", words.Count("progress.doneOf", statement.Actions.Count(action => action.Status == "done"))), ("all", words.Of((double)statement.Actions.Count)),
        ("late", words.Of((double)statement.Late.Count())), ("blocked", words.Of((double)statement.Actions.Count(action => action.BlockedBy.Count > 0))),
        ("spent", words.Money(statement.Actions.Sum(action => action.Spent), statement.Strategy.Currency)), ("budget", words.Money(statement.Strategy.Budget, statement.Strategy.Currency)));

    private static Figure Chart(ProgressStatement statement, ReportWords words)
    {
        var factors = Factor.All.Where(factor => statement.Strategy.ActionsOf(factor).Any()).ToList();
        Series[] series = [.. States.Select(state => new Series(words["progress.status." + state],
            [.. factors.Select(factor => (double)statement.Strategy.ActionsOf(factor).Count(action => StatusOf(action.Id, statement) == state))]))];
        var alternative = string.Join("; ", series.Select(one => $"{one.Name}: {one.Values.Sum()}"));
        return new Figure(words["progress.chart"], alternative,
            new BarChart([.. factors.Select(factor => factor.Title(words.Words))], series, 0, Math.Max(1, series.SelectMany(one => one.Values).DefaultIfEmpty(0).Max()), words["progress.axis"]));
    }

    private static string StatusOf(string action, ProgressStatement statement) => statement.Actions.First(one => one.Action.Id == action).Status;

    private static Table Actions(ProgressStatement statement, ReportWords words) => new(
        words["progress.actions"],
        words.Columns(("plan.id", 0.9), ("plan.action", 3.6), ("plan.status", 1.5), ("plan.due", 1.5), ("progress.spent", -1.7), ("plan.budget", -1.7), ("progress.noteTitle", 3)),
        [.. statement.Actions.Select(one => (IReadOnlyList<Cell>)
        [
            new Cell(one.Action.Id), new Cell(words.Of(one.Action.Title)), new Cell(words["progress.status." + one.Status], ToneOf(one)), new Cell(words.Of(one.Action.Due)),
            new Cell(words.Money(one.Spent, statement.Strategy.Currency)), new Cell(words.Money(one.Action.Budget, statement.Strategy.Currency)),
            new Cell(one.Latest is null ? words["progress.nothingSaid"] : words.Of(one.Latest.Note)),
        ])]);

    private static Tone ToneOf(ActionStatus status) => status.DaysLate > 0 ? Tone.Bad : status.Status switch { "done" => Tone.Good, "under-way" => Tone.Fair, "stopped" => Tone.Poor, _ => Tone.None };

    private static IEnumerable<Block> Late(ProgressStatement statement, ReportWords words)
    {
        var late = statement.Late.ToList();
        yield return new Heading(1, words["progress.late"]);
        if (late.Count == 0)
        {
            yield return new Paragraph(words["progress.noneLate"]);
            yield break;
        }

        yield return new Table(words["progress.late"], words.Columns(("plan.id", 0.9), ("plan.action", 4), ("plan.owner", 2.4), ("progress.days", -1), ("progress.blockedBy", 2)),
            [.. late.Select(one => ReportWords.Row(one.Action.Id, words.Of(one.Action.Title), one.Action.Owner.IsEmpty ? words["plan.nobody"] : words.Of(one.Action.Owner),
                words.Of((double)one.DaysLate), one.BlockedBy.Count == 0 ? ReportWords.Nothing : string.Join(", ", one.BlockedBy)))]);
    }

    private static IEnumerable<Block> Effects(ProgressStatement statement, ReportWords words)
    {
        yield return new Heading(1, words["progress.effects"]);
        yield return new Paragraph(words["progress.effectsAbout"]);
        if (statement.Effects.Count > 0)
        {
            yield return new Table(words["progress.effects"],
                words.Columns(("plan.indicator", 3.6), ("progress.first", 1.7), ("progress.last", 1.7), ("strategy.target", 1.6), ("progress.change", 2), ("progress.verdictTitle", 2.8)),
                [.. statement.Effects.Select(effect => ReportWords.Row(
                    words.Of(effect.Indicator.Title), Say(effect.First, words), Say(effect.Last, words), effect.Indicator.Target is { } target ? words.Of((double)target.Value) : ReportWords.Nothing,
                    ChangeOf(effect, words), words["progress.verdict." + effect.Verdict]))]);
        }

        yield return new PointList([words["progress.cannot.control"], words["progress.cannot.others"], words["progress.cannot.interval"], words["progress.cannot.goal"]]);
    }

    private static string Say(IndicatorValue? value, ReportWords words) => value is null ? ReportWords.Nothing : $"{words.Of(value.Value)}\n{words.Of(value.Date)}";

    private static string ChangeOf(Effect effect, ReportWords words) => effect.Change is not { } change ? ReportWords.Nothing
        : effect.Interval is not var (low, high) ? Signed(change, words) : $"{Signed(change, words)}\n[{Signed(low, words)}; {Signed(high, words)}]";

    private static string Signed(double value, ReportWords words) => (value > 0 ? "+" : "") + words.Of(value);
}
