using System.Globalization;
using Tamiz.Simulation.Checking;

namespace Tamiz.Cli;

/// <summary>Prints what the check of a simulated world came to.</summary>
internal static class CheckPrinter
{
    private const int State = 18;
    private const int Range = 20;

    public static void Give(Terminal terminal, CheckReport report, Phrasebook words)
    {
        terminal.Report(report.Diagnostics);
        if (terminal.Json)
        {
            terminal.Give(AsObject(report));
            return;
        }

        terminal.Say(words.Say("simulate.check.title",
            ("country", report.Country), ("seed", report.Seed), ("declarations", words.Number(report.Declarations)), ("items", words.Number(report.Items))));
        terminal.Say();
        terminal.Say(words["simulate.check.rules"]);
        foreach (var (rule, broken) in report.Rules)
        {
            var state = broken == 0 ? words["simulate.check.holds"] : words.Say("simulate.check.broken", ("count", words.Number(broken)));
            terminal.Say($"  {rule.Code} {words.Find(rule.Code, "consistency"),-42} {state}");
        }

        terminal.Say();
        terminal.Say($"{words["simulate.check.targets"],-State} {words["simulate.check.range"],-Range} {words["simulate.check.measured"]}");
        foreach (var target in report.Targets)
        {
            SayTarget(terminal, target, words);
        }

        terminal.Say();
        terminal.Say(words.Say("simulate.check.summary",
            ("met", Count(TargetState.Met)), ("undecided", Count(TargetState.Undecided)), ("missed", Count(TargetState.Missed)),
            ("broken", words.Number(report.Rules.Count(rule => rule.Broken > 0)))));

        string Count(TargetState state) => words.Number(report.Targets.Count(target => target.State == state));
    }

    private static void SayTarget(Terminal terminal, CheckedTarget target, Phrasebook words)
    {
        var (low, high) = (target.Target.Low, target.Target.High);
        var range = low == high ? Say(low) : words.Say("simulate.check.to", ("low", Say(low)), ("high", Say(high)));
        var measured = double.IsNaN(target.Measured.Value) ? words["simulate.check.unmeasured"]
            : target.Measured.Low == target.Measured.High || double.IsNaN(target.Measured.Low) ? Say(target.Measured.Value)
            : $"{Say(target.Measured.Value)} ({words.Say("simulate.check.to", ("low", Say(target.Measured.Low)), ("high", Say(target.Measured.High)))})";
        terminal.Say(words["target." + target.Target.Id]);
        terminal.Say($"  {words["simulate.state." + target.State],2 - State} {range,-Range} {measured}");
        terminal.SayWrapped(words.Say("simulate.check.source", ("source", target.Target.Source)), "  ");

        string Say(double value) => target.Target.Unit switch
        {
            "share" => words.Percent(value),
            "auc" or "ratio" => value.ToString("0.00#", words.Culture),
            _ => words.Number(value),
        };
    }

    private static object AsObject(CheckReport report) => new
    {
        country = report.Country,
        seed = report.Seed,
        declarations = report.Declarations,
        items = report.Items,
        fine = report.IsFine,
        rules = report.Rules.ToDictionary(rule => rule.Rule.Code, rule => rule.Broken),
        targets = report.Targets.Select(target => new
        {
            id = target.Target.Id,
            low = target.Target.Low,
            high = target.Target.High,
            unit = target.Target.Unit,
            measured = Number(target.Measured.Value),
            interval = new[] { Number(target.Measured.Low), Number(target.Measured.High) },
            state = target.State.ToString().ToLower(CultureInfo.InvariantCulture),
            basis = target.Target.Basis,
            source = target.Target.Source,
        }),
    };

    private static double? Number(double value) => double.IsFinite(value) ? value : null;
}
