using System.CommandLine;
using Tamiz.Assessment;
using Tamiz.Storage;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz model: weights that are fitted on findings.</summary>
internal static class ModelCommand
{
    public static Command Create(TimeProvider clock) => new("model", "Fit the weights of a home") { Train(clock) };

    private static Command Train(TimeProvider clock)
    {
        var files = new Argument<string[]>("FILE") { Description = "files with findings", Arity = ArgumentArity.OneOrMore };
        var mapping = new Option<string?>("--mapping") { Description = "how columns become declarations (default mapping.yaml in the home)" };
        var command = new Command("train", "Fit weights on the findings of files, and put them into the home for approval") { files, mapping, CommonOptions.Home, CommonOptions.Language, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var terminal = CommonOptions.Terminal(parsed);
            var home = LiveSession.FolderOf(parsed);
            if (!CommonOptions.TryLanguage(parsed, terminal, out var language) || Session.Open(terminal, home, parsed.GetValue(mapping), clock, withWeights: false) is not { } session)
            {
                return Terminal.WrongUsage;
            }

            if (session.Mapping.Finding is null)
            {
                terminal.Complain("The mapping has no finding: there is nothing to learn from.");
                return Terminal.WrongUsage;
            }

            try
            {
                return Train(terminal, session, (parsed.GetValue(files)!, home), session.Words(language));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                terminal.Complain(e.Message);
                return Terminal.FoundProblems;
            }
        });
        return command;
    }

    private static int Train(Terminal terminal, Session session, (string[] Files, string Home) paths, Phrasebook words)
    {
        var diagnostics = new List<Diagnostic>();
        using var input = InputSet.Open(paths.Files, session.Mapping, session.Home.Zones, withGoods: false, Environment.ProcessorCount, diagnostics);
        if (terminal.Report(diagnostics) || input.Files.Count < paths.Files.Length)
        {
            return Terminal.FoundProblems;
        }

        var model = session.Learn(input);
        if (model.Training is not { } training)
        {
            terminal.Complain("No finding in the files was known by the end of what they hold: nothing was written.");
            return Terminal.FoundProblems;
        }

        var path = HomeFolder.Write(paths.Home, model);
        terminal.Give(new { path, weights = model.Hash, area = model.Area, items = training.Items, hits = training.Hits, from = training.From, to = training.To });
        EvaluationReport.Weights(terminal, session, model, words);
        if (training.Hits < WeightFitting.MinHits)
        {
            terminal.SayWrapped(words.Say("model.few", ("least", words.Number(WeightFitting.MinHits))));
        }

        terminal.SayWrapped(words.Say("model.waits", ("path", path)));
        return Terminal.Fine;
    }
}
