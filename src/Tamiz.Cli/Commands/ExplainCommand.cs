using System.CommandLine;
using Tamiz.Flow;
using Tamiz.Models;
using Tamiz.Storage;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz explain: the stages and reasons of one declaration of the same files.</summary>
internal static class ExplainCommand
{
    public static Command Create(TimeProvider clock)
    {
        var declaration = new Argument<string>("DECLARATION") { Description = "its identity, as assess writes it" };
        var files = new Argument<string[]>("FILE") { Description = "the files that were assessed", Arity = ArgumentArity.OneOrMore };
        var mapping = new Option<string?>("--mapping") { Description = "how columns become declarations (YAML)" };
        var learn = new Option<string[]>("--learn") { Description = "files with findings to learn from first", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var seed = new Option<long>("--seed") { Description = "number from which the draws are made", DefaultValueFactory = _ => Seeds.Default };
        var stages = new Option<bool>("--stages") { Description = "print what each stage made of it" };
        var command = new Command("explain", "Say why a declaration got its risk and its lane")
        {
            declaration, files, mapping, learn, seed, stages, CommonOptions.Format, CommonOptions.Home, CommonOptions.Language, CommonOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            if (!CommonOptions.TryLanguage(parsed, terminal, out var language) || !CommonOptions.TryFormat(parsed, terminal, out var format)
                || Session.Open(terminal, CommonOptions.HomeOf(parsed), parsed.GetValue(mapping), clock) is not { } session)
            {
                return Terminal.WrongUsage;
            }

            var request = new AssessRequest(parsed.GetValue(files)!, parsed.GetValue(learn)!, null, parsed.GetValue(seed), Environment.ProcessorCount);
            return Run(terminal, session.In(format), request, (parsed.GetValue(declaration)!, parsed.GetValue(stages)), session.Words(language));
        });
        return command;
    }

    private static int Run(Terminal terminal, Session session, AssessRequest request, (string Declaration, bool Stages) asked, Phrasebook words)
    {
        var diagnostics = new List<Diagnostic>();
        string[] paths = [.. request.Learn, .. request.Files];
        using var input = InputSet.Open(paths, session.Mapping, session.Home.Zones, withGoods: false, request.Threads, diagnostics);
        if (terminal.Report(diagnostics))
        {
            return Terminal.FoundProblems;
        }

        var run = new AssessmentRun(session.Home, session.Keys, Seeds.Of(request.Seed), request.Threads)
        {
            Teaches = [.. input.Files.Select(file => !request.Files.Contains(file.Path))],
        };
        AdditiveModel? model = request.Learn.Length > 0 ? run.Learn(input, session.Area) : null;
        var found = input.Run(
            (declarations, _, _) => (run with { Model = model }).Decide(declarations).SelectMany(batch => batch)
                .FirstOrDefault(decided => decided.Assessed.Gathered.Declaration.Identity.Text == asked.Declaration),
            null,
            static _ => { });
        if (found is null)
        {
            terminal.Complain($"No declaration «{asked.Declaration}» in {string.Join(", ", request.Files)}. The identity is the first column that assess writes.");
            return Terminal.FoundProblems;
        }

        Print(terminal, session, found, model, asked.Stages, words);
        return Terminal.Fine;
    }

    private static void Print(Terminal terminal, Session session, DecidedDeclaration found, AdditiveModel? model, bool stages, Phrasebook words)
    {
        var course = session.Course(model);
        var explanation = new Explanation(course, model, words);
        terminal.Give(explanation.AsObject(found));
        if (stages)
        {
            foreach (var line in new StagePrinter(course.Catalogue, course.Assessor, words).Lines(found))
            {
                terminal.Say(line);
            }
        }

        foreach (var line in explanation.Lines(found, 30))
        {
            terminal.Say(line);
        }
    }
}
