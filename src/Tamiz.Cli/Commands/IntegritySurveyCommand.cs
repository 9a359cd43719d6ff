using System.CommandLine;
using Tamiz.Cli.Integrity;
using Tamiz.Integrity.Reports;
using Tamiz.Integrity.Surveys;
using Tamiz.Integrity.Surveys.Disclosure;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz integrity survey: the perception survey, from the form to its results.</summary>
internal static class IntegritySurveyCommand
{
    public static Command Create(TimeProvider clock)
    {
        var round = new Option<string?>("--round") { Description = "the round, as its file is called (default the latest)" };
        var against = new Option<string?>("--against") { Description = "the round to compare with (default the one before)" };
        var all = new Option<bool>("--all") { Description = "by group and by statement too, with method and limits" };
        var publish = new Option<bool>("--publish") { Description = "note the results as published, unless they tell of too few persons beside earlier ones" };
        var template = new Option<string?>("--template") { Description = "write an empty file of answers and its codebook: officials or private" };
        var form = new Option<string?>("--questionnaire") { Description = "write the paper form: officials or private" };
        var to = new Option<string?>("--out") { Description = "where to: FILE.csv for a template, FILE.html or FILE.docx for a form" };
        var command = IntegritySession.With(new Command("survey", "The perception survey: forms, results by factor, change between rounds, publication") { round, against, all, publish, template, form, to });
        command.SetAction(parsed => IntegritySession.Run(parsed, clock, session =>
        {
            var files = new SurveyFiles(session.Files);
            var asked = new[] { parsed.GetValue(round), parsed.GetValue(against) };
            return asked.OfType<string>().FirstOrDefault(name => !files.Rounds.Contains(name)) is { } unknown ? session.Refuse("survey.said.noSuchRound", ("round", unknown))
                : parsed.GetValue(template) is { } empty ? SurveyForms.Template(session, files, empty, parsed.GetValue(to), asked[0])
                : parsed.GetValue(form) is { } paper ? SurveyForms.Paper(session, files, paper, parsed.GetValue(to), asked[0])
                : files.Rounds.Count == 0 ? session.Refuse("survey.said.noRound")
                : Results(session, files, asked, parsed.GetValue(all), parsed.GetValue(publish));
        }));
        return command;
    }

    private static int Results(IntegritySession session, SurveyFiles files, string?[] asked, bool all, bool publish)
    {
        var rounds = files.Rounds.ToList();
        var round = asked[0] ?? rounds[^1];
        var against = asked[1] ?? (rounds.IndexOf(round) is > 0 and var index ? rounds[index - 1] : null);
        using var held = publish ? files.Hold() : null;
        if (files.Log() is not { } log || files.Statement(round, against, log) is not { } statement)
        {
            return Terminal.FoundProblems;
        }

        if (statement.Audiences.Count == 0)
        {
            return session.Refuse("survey.said.noAnswers", ("round", round), ("files", $"{round}-officials.csv, {round}-private.csv"));
        }

        var words = session.Words;
        string[] brief = all ? [] : [statement.Round.Collector.IsCustoms ? words["survey.about"] : "", words["survey.respondents"], words["survey.byFactor"], words["survey.weakest"], words["survey.change"], words["survey.anonymity"]];
        TextPage.Say(session.Terminal, SurveyReport.Of(statement, session.Setting("")), brief);
        var code = publish ? Publish(session, files, statement, log) : Terminal.Fine;
        session.Terminal.Give(SurveyJson.Of(statement));
        return code;
    }

    private static int Publish(IntegritySession session, SurveyFiles files, SurveyStatement statement, ReleaseLog log)
    {
        var withheld = statement.Audiences.SelectMany(one => Releases.Check(log, one.Figures, statement.Round.MinimumGroup)).ToList();
        if (withheld.Count > 0)
        {
            var cells = string.Join("; ", withheld.Take(5).Select(entry => $"{entry.Population} {entry.Table} {entry.Cell}".TrimEnd()));
            session.Files.Report(SurveyDiagnostics.Differencing.At(new Place(session.Files.PathOf($"survey/{statement.Round.Name}.yaml")), cells));
            return session.Refuse("survey.said.refused", ("count", $"{withheld.Count}"), ("cells", cells));
        }

        var whole = statement.Audiences.Aggregate(log, (so, one) => so.With(one.Figures));
        var added = whole.Entries.Count - log.Entries.Count;
        session.Terminal.Say();
        session.Terminal.SayWrapped(added == 0 ? session.Words["survey.said.nothingNew"]
            : session.Words.Say("survey.said.published", ("path", files.Keep(whole)), ("count", session.Words.Number(added))));
        return Terminal.Fine;
    }
}
