using System.Globalization;
using Tamiz.Verifier;

namespace Tamiz.Cli;

/// <summary>What was found in a ledger, in the officer's language.</summary>
internal static class VerificationPrinter
{
    public static void Give(Terminal terminal, VerificationReport report, Phrasebook words)
    {
        if (terminal.Json)
        {
            terminal.GiveJson(ReportText.Json(report));
            return;
        }

        terminal.Say(words.Say("verify.title", ("ledger", report.Ledger), ("administration", report.Administration), ("batches", Number(report.Batches)), ("records", Number((long)report.Records))));
        if (report.Simulated)
        {
            terminal.Say(words["verify.simulated"]);
        }

        terminal.Say(words[report.IsFine ? "verify.fine" : "verify.first"]);
        SayProblems(terminal, report.Problems, words);

        foreach (var (rule, count) in report.Broken.OrderBy(broken => broken.Key, StringComparer.Ordinal))
        {
            terminal.Say(words.Say("verify.count", ("rule", rule), ("count", Number(count))));
        }

        foreach (var note in report.Notes)
        {
            terminal.Say(words.Say("verify.note", ("rule", note.Rule), ("found", note.Found)));
        }

        foreach (var line in Reach(report, words))
        {
            terminal.Say(line);
        }

        string Number(long count) => count.ToString("N0", words.Culture);
    }

    /// <summary>What a proof without its ledger does not prove.</summary>
    public static void Give(Terminal terminal, IReadOnlyList<Discrepancy> problems, Phrasebook words)
    {
        if (terminal.Json)
        {
            terminal.GiveJson(ReportText.JsonProof(problems));
            return;
        }

        terminal.Say(words[problems.Count == 0 ? "verify.proved" : "verify.first"]);
        SayProblems(terminal, problems, words);
    }

    private static void SayProblems(Terminal terminal, IReadOnlyList<Discrepancy> problems, Phrasebook words)
    {
        foreach (var (problem, i) in problems.Select((problem, i) => (problem, i)))
        {
            if (i == 1)
            {
                terminal.Say(words["verify.others"]);
            }

            terminal.Say(words.Say("verify.problem", ("rule", problem.Rule), ("words", words.Find(problem.Rule, "rule") ?? "")));
            terminal.Say("  " + words.Say("verify.detail", ("place", problem.Where.ToString()), ("found", problem.Found), ("expected", problem.Expected)));
        }
    }

    // How far the verification reaches, and what it cannot show.
    private static IEnumerable<string> Reach(VerificationReport report, Phrasebook words)
    {
        if (report.UncheckedFrom is { } from)
        {
            yield return words.Say("verify.unchecked", ("batch", from.ToString(CultureInfo.InvariantCulture)));
        }

        if (report.Escrowed is not { } escrowed)
        {
            yield return words["verify.alone"];
            yield break;
        }

        yield return words.Say("verify.escrowed", ("count", escrowed.ToString(CultureInfo.InvariantCulture)));
        if (report.CoveredTo is { } to && (long)to < report.Batches - 1)
        {
            yield return words.Say("verify.covered", ("batch", to.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
