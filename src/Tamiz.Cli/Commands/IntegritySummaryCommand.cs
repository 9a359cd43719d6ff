using System.CommandLine;
using System.Globalization;
using Tamiz.Cli.Integrity;
using Tamiz.Integrity.Programmes;
using Tamiz.Integrity.Surveys;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;
using Tamiz.Storage.Ledger;
using FactorFigures = Tamiz.Integrity.Programmes.FactorFigures;

namespace Tamiz.Cli.Commands;

/// <summary>tamiz integrity summary: what the administration sends its programme, signed with the key of its ledger.</summary>
internal static class IntegritySummaryCommand
{
    private static readonly Option<string> Round = new("--round") { Description = "the round, like 2026-1", Required = true };
    private static readonly Option<string> Member = new("--member") { Description = "the administration's code in the programme, like HN", Required = true };
    private static readonly Option<string> Region = new("--region") { Description = "its region, as the programme names it", Required = true };
    private static readonly Option<string?> Name = new("--name") { Description = "the administration's name (default the home's)" };
    private static readonly Option<string> Out = new("--out") { Description = "the file to write", Required = true };

    public static Command Create(TimeProvider clock)
    {
        var command = IntegritySession.With(new Command("summary", "Write the signed summary of a round for the programme; nothing about persons") { Round, Member, Region, Name, Out });
        command.SetAction(parsed => IntegritySession.Run(parsed, clock, session => Make(parsed, session)));
        return command;
    }

    private static int Make(ParseResult parsed, IntegritySession session)
    {
        var (round, path) = (parsed.GetValue(Round)!, parsed.GetValue(Out)!);
        if (session.IsInside(path))
        {
            return Terminal.WrongUsage;
        }

        var figures = Figures(session, round);
        if (figures is { Assessment: null, Officials: null, PrivateSector: null, Progress: null })
        {
            return session.Refuse("summary.empty", ("round", round), ("folder", session.Files.Folder));
        }

        // What is wrong with the home's other files does not matter here, and its own commands say it.
        using var home = HomeView.Open(session.Home, []);
        using var keys = SigningKeys.Open(Path.Combine(session.Home, "keys"));
        if (keys.Find(home.Ledger.Key) is not { } key)
        {
            return session.Refuse("summary.noKey", ("folder", Path.Combine(session.Home, "keys")));
        }

        var summary = new Summary(home.Ledger.Id, key.Public.Info, parsed.GetValue(Member)!, parsed.GetValue(Name) ?? home.State.Course!.Home.Name,
            parsed.GetValue(Region)!, round, session.Today, figures.ByFactor());
        if (!new[] { summary.Member, summary.Region, summary.Round }.All(SummaryForm.IsCode) || !SummaryForm.IsText(summary.Name))
        {
            session.Terminal.Complain(session.Words["summary.form"]);
            return Terminal.WrongUsage;
        }

        var signed = SummaryForm.ToSigned(summary);
        var signature = new byte[PublicKey.SignatureSize];
        key.Sign(signed, signature);
        File.WriteAllBytes(path, SummaryForm.ToFile(signed, signature));
        Say(session, summary, figures, path);
        return Terminal.Fine;
    }

    private static SummaryFigures Figures(IntegritySession session, string round)
    {
        var strategy = session.Files.Strategy();
        var survey = new SurveyFiles(session.Files) is var files && files.IsPublished(round) ? files.Statement(round) : null; // What was published, and no more.
        return new SummaryFigures(session.Files.Rounds.Contains(round) ? session.Files.Assessment(round)?.Result : null, Of(survey, Audience.Officials), Of(survey, Audience.Private), strategy is null ? null : session.Files.Progress(strategy));
    }

    private static SurveyFigures? Of(SurveyStatement? survey, Audience audience) => survey?.Audiences.FirstOrDefault(one => one.Sample.Form.Audience == audience)?.Figures;

    private static void Say(IntegritySession session, Summary summary, SummaryFigures figures, string path)
    {
        var (terminal, words) = (session.Terminal, session.Words);
        terminal.SayWrapped(words.Say("summary.written", ("round", summary.Round), ("path", path)));
        terminal.SayWrapped(words.Say("summary.key", ("key", summary.Key.ToString())));
        var withheld = summary.Factors.Where(factor => factor.Withheld.Count > 0)
            .Select(factor => $"{factor.Factor.Title(words)} ({string.Join(", ", factor.Withheld.Select(part => words["summary.part." + part]))})").ToList();
        terminal.SayWrapped(withheld.Count == 0 ? words["summary.nothingWithheld"] : words.Say("summary.withheld",
            ("fewest", FactorFigures.FewestPersons.ToString(CultureInfo.InvariantCulture)), ("list", string.Join("; ", withheld))));
        var parts = new (string Part, object? Figures)[] { ("assessment", figures.Assessment), ("officials", figures.Officials), ("private-sector", figures.PrivateSector), ("strategy", figures.Progress) };
        var missing = parts.Where(part => part.Figures is null).Select(part => words["summary.part." + part.Part]).ToList();
        if (missing.Count > 0)
        {
            terminal.SayWrapped(words.Say("summary.missing", ("list", string.Join(", ", missing))));
        }

        terminal.SayWrapped(words["programme.proof"]);
        terminal.Give(new
        {
            path,
            ledger = summary.Ledger.ToString(),
            key = summary.Key.ToString(),
            member = summary.Member,
            name = summary.Name,
            region = summary.Region,
            round = summary.Round,
            date = summary.Date,
            factors = summary.Factors.Select(ProgrammeJson.OfMember),
        });
    }
}
