using System.CommandLine;
using Tamiz.Cli.Integrity;
using Tamiz.Integrity.Assessments;
using Tamiz.Integrity.Reports;
using Tamiz.Storage.Homes;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz integrity assess: a round of self-assessment, and what the platform measured by itself.</summary>
internal static class IntegrityAssessCommand
{
    public static Command Create(TimeProvider clock)
    {
        var round = new Option<string?>("--round") { Description = "the round, as its file is called (default the latest)" };
        var compare = new Option<string?>("--compare") { Description = "the round to compare with (default the one before)" };
        var platform = new Option<bool>("--platform") { Description = "measure on the home's ledger first, into integrity/platform.csv" };
        var all = new Option<bool>("--all") { Description = "every answer with its reasoning and evidence" };
        var command = IntegritySession.With(new Command("assess", "The self-assessment: levels by factor, differences, evidence, what moved") { round, compare, platform, all });
        command.SetAction(parsed => IntegritySession.Run(parsed, clock, session =>
        {
            if (parsed.GetValue(platform) && !Measure(session, clock))
            {
                return Terminal.FoundProblems;
            }

            foreach (var name in new[] { parsed.GetValue(round), parsed.GetValue(compare) }.OfType<string>().Where(name => !session.Files.Rounds.Contains(name)))
            {
                return session.Refuse("assessment.said.noSuchRound", ("round", name));
            }

            return session.Files.Rounds.Count == 0 ? session.Refuse("assessment.said.noRound")
                : session.Files.Assessment(parsed.GetValue(round), parsed.GetValue(compare)) is { } statement ? Say(session, statement, parsed.GetValue(all))
                : Terminal.FoundProblems;
        }));
        return command;
    }

    private static bool Measure(IntegritySession session, TimeProvider clock)
    {
        if (!Directory.Exists(Path.Combine(session.Home, "ledger")))
        {
            session.Terminal.Complain(session.Words.Say("assessment.said.noLedger", ("home", session.Home)));
            return false;
        }

        using var view = HomeView.Open(session.Home, []);
        var date = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var earlier = session.Files.Platform().Where(row => row.Date != date);
        var path = session.Files.Write("platform.csv", PlatformEvidence.Write([.. earlier, .. PlatformMeasuring.Of(view).Evidence(date, "ledger")]));
        session.Terminal.SayWrapped(session.Words.Say("assessment.said.written", ("path", path)));
        session.Terminal.Say();
        return true;
    }

    private static int Say(IntegritySession session, AssessmentStatement statement, bool all)
    {
        var (result, words) = (statement.Result, session.Words);
        string[] brief = all ? [] : [words["assessment.byFactor"], words["assessment.differences"], words["assessment.platform"], words["assessment.moved"]];
        TextPage.Say(session.Terminal, AssessmentReport.Of(statement, session.Setting("")), brief);
        session.Terminal.Give(new
        {
            round = result.Round.Name,
            date = result.Round.Date,
            assessors = result.Round.Assessors.Count,
            factors = result.Factors.Select((factor, index) => new { id = factor.Factor.Id, level = factor.Level, before = statement.Comparison?.Before.Factors[index].Level, answered = factor.Answered, agreed = factor.Agreed, asked = factor.Asked }),
            questions = result.Questions.Select(question => new
            {
                id = question.Question.Id,
                factor = question.Question.Factor.Id,
                level = question.Level,
                lowest = question.Lowest,
                highest = question.Highest,
                median = question.Median,
                agreed = question.Answer?.Agreed,
                discuss = question.IsToDiscuss,
                evidence = question.Answer?.Evidence.Select(evidence => new { location = evidence.Location, date = evidence.Date, state = statement.StateOf(evidence).ToString().ToLowerInvariant() }) ?? [],
            }),
            moved = statement.Comparison?.Moved.Select(moved => new { id = moved.Question.Id, before = moved.Before, after = moved.After }),
            platform = statement.Platform.Select(one => new { id = one.Indicator.Id, factor = one.Indicator.Factor.Id, date = one.Date, value = one.Value, n = one.N, source = one.Source }),
        });
        return Terminal.Fine;
    }
}
