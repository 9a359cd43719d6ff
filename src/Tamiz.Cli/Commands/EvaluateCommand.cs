using System.CommandLine;
using System.Globalization;
using Tamiz.Evaluation;
using Tamiz.Storage;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz evaluate: measures assessments against findings that they never saw.</summary>
internal static class EvaluateCommand
{
    public static Command Create(TimeProvider clock)
    {
        var learn = new Option<string[]>("--learn") { Description = "files whose findings are learnt from", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var judge = new Option<string[]>("--judge") { Description = "files that are judged; their findings never reach history", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var mapping = new Option<string?>("--mapping") { Description = "how columns become declarations (YAML)" };
        var split = new Option<DateOnly?>("--split") { Description = "learn before this date, judge from it on" };
        var unseen = new Option<string?>("--unseen") { Description = "goods: measure too the items whose goods occur in nothing learnt" };
        var group = new Option<string?>("--group") { Description = "goods: measure too with goods set apart, in folds" };
        var folds = new Option<int>("--folds") { Description = "number of folds", DefaultValueFactory = _ => 5 };
        var command = new Command("evaluate", "Measure assessments against findings") { learn, judge, mapping, split, unseen, group, folds, CommonOptions.Format, CommonOptions.Home, CommonOptions.Language, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            var request = new Request(
                parsed.GetValue(learn)!, parsed.GetValue(judge)!, parsed.GetValue(split), parsed.GetValue(unseen), parsed.GetValue(group), parsed.GetValue(folds));
            if (request.Problem() is { } problem)
            {
                terminal.Complain(problem);
                return Terminal.WrongUsage;
            }

            return CommonOptions.TryLanguage(parsed, terminal, out var language) && CommonOptions.TryFormat(parsed, terminal, out var format)
                && Session.Open(terminal, CommonOptions.HomeOf(parsed), parsed.GetValue(mapping), clock) is { } session
                ? Run(terminal, session.In(format), request, session.Words(language))
                : Terminal.WrongUsage;
        });
        return command;
    }

    private static int Run(Terminal terminal, Session session, Request request, Phrasebook words)
    {
        if (session.Mapping.Finding is null)
        {
            terminal.Complain("The mapping has no finding: there is nothing to measure against.");
            return Terminal.WrongUsage;
        }

        var diagnostics = new List<Diagnostic>();
        string[] paths = [.. request.Learn, .. request.Judge];
        using var input = InputSet.Open(paths, session.Mapping, session.Home.Zones, withGoods: true, Environment.ProcessorCount, diagnostics);
        var refused = terminal.Report(diagnostics) || input.Files.Count < paths.Length;
        if (input.Files.Count == 0)
        {
            return Terminal.FoundProblems;
        }

        var judged = input.Files.Select(file => request.Judge.Contains(file.Path)).ToList();
        var evaluation = new EvaluationRun(session, input, new EvaluationPlan(judged) { Split = request.Split });
        var outcome = evaluation.Whole();
        var grouped = request.Group is null ? null : evaluation.Grouped(request.Folds);
        new EvaluationReport(terminal, session, words).Give(outcome, request.Unseen is not null, grouped);
        return refused || outcome.Tally.Refused > 0 ? Terminal.FoundProblems : Terminal.Fine;
    }

    private sealed record Request(string[] Learn, string[] Judge, DateOnly? Split, string? Unseen, string? Group, int Folds)
    {
        public string? Problem() =>
            Learn.Length + Judge.Length == 0 ? "Name files with --learn and --judge, or one file with --judge and --split DATE."
            : Split is null && (Learn.Length == 0 || Judge.Length == 0) ? "Both --learn and --judge are needed, unless --split DATE divides the files."
            : Unseen is not (null or "goods") ? $"--unseen knows goods, not «{Unseen}»."
            : Group is not (null or "goods") ? $"--group knows goods, not «{Group}»."
            : Folds is < 2 or > 50 ? string.Create(CultureInfo.InvariantCulture, $"--folds is 2 to 50, not {Folds}.")
            : null;
    }
}
