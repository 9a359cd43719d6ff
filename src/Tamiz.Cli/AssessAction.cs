using Tamiz.Storage;

namespace Tamiz.Cli;

/// <summary>Runs an assessment of files and says what came of it.</summary>
internal static class AssessAction
{
    public static int Run(Terminal terminal, Session session, AssessRequest request, Language? language)
    {
        var diagnostics = new List<Diagnostic>();
        string[] paths = [.. request.Learn, .. request.Files];
        using var input = InputSet.Open(paths, session.Mapping, session.Home.Zones, withGoods: false, request.Threads, diagnostics);
        terminal.Report(diagnostics);
        if (!input.Files.Any(file => request.Files.Contains(file.Path)))
        {
            return Terminal.FoundProblems;
        }

        try
        {
            var words = session.Words(language);
            var outcome = Assess(terminal, session, request, input, words);
            AssessReport.Give(terminal, request, outcome, input.Unusable, words);
            return outcome.Tally.Refused > 0 || input.Unusable > 0 ? Terminal.FoundProblems : Terminal.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"{e.Message} Nothing was written.");
            return Terminal.FoundProblems;
        }
    }

    /// <summary>Fits weights where there is something to learn from, else takes the home's; then assesses.</summary>
    public static AssessOutcome Assess(Terminal terminal, Session session, AssessRequest request, InputSet input, Phrasebook words)
    {
        using var bar = new ProgressLine(terminal, input, words);
        var run = new AssessmentRun(session.Home, session.Keys, Seeds.Of(request.Seed), request.Threads)
        {
            Teaches = [.. input.Files.Select(file => !request.Files.Contains(file.Path))],
            Progress = bar.Show,
        };
        var model = request.Learn.Length > 0 ? run.Learn(input, session.Area) : session.Home.Weights;
        run = run with { Model = model };
        AssessmentSummary? summary = null;
        return input.Run(
            (declarations, tally, quarantine) =>
            {
                summary = new AssessmentSummary();
                run.Write(declarations, request.Output, words, summary);
                return new AssessOutcome(summary, tally, model, quarantine.Keep(), quarantine.First);
            },
            request.QuarantinePath,
            diagnostic => summary?.Add(diagnostic));
    }
}
