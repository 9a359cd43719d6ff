using System.Text;
using Tamiz.Integrity.Reports;
using Tamiz.Integrity.Surveys;

namespace Tamiz.Cli.Integrity;

/// <summary>Writes what answers are collected with: paper forms, empty files and their codebooks.</summary>
internal static class SurveyForms
{
    /// <summary>Writes an empty file of answers, and beside it the book of its codes.</summary>
    public static int Template(IntegritySession session, SurveyFiles files, string audience, string? path, string? round)
    {
        if (Find(session, "--template", audience) is not { } asked || !IsUsable(session, path, ".csv"))
        {
            return Terminal.WrongUsage;
        }

        if (Form(files, asked, round) is not var (form, _))
        {
            return Terminal.FoundProblems;
        }

        var book = Path.ChangeExtension(path!, null) + "-codebook.csv";
        Write(session, path!, Encoding.UTF8.GetBytes(AnswerTemplate.Headings(form)));
        Write(session, book, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(AnswerTemplate.Codebook(form, session.Words))]);
        session.Terminal.Give(new { template = path, codebook = book });
        return Terminal.Fine;
    }

    /// <summary>Writes a form to print.</summary>
    public static int Paper(IntegritySession session, SurveyFiles files, string audience, string? path, string? round)
    {
        if (Find(session, "--questionnaire", audience) is not { } asked || !IsUsable(session, path, [.. DocumentFile.Endings]))
        {
            return Terminal.WrongUsage;
        }

        if (Form(files, asked, round) is not var (form, stated))
        {
            return Terminal.FoundProblems;
        }

        var paper = SurveyFormPaper.Of(form, stated, session.Setting(""));
        DocumentFile.Write(paper, path!);
        session.Terminal.SayWrapped(session.Words.Say("survey.said.written", ("path", path!)));
        session.Terminal.Give(new { questionnaire = path });
        return Terminal.Fine;
    }

    // With the categories of a round, where there is one.
    private static (SurveyForm Form, SurveyRound? Round)? Form(SurveyFiles files, Audience audience, string? name)
    {
        if ((name ?? (files.Rounds is [.., var latest] ? latest : null)) is not { } last)
        {
            return files.Questionnaire() is { } questionnaire ? (questionnaire.Of(audience), null) : null;
        }

        return files.Round(last) is { } round ? (round.Of(audience).Form, round) : null;
    }

    private static Audience? Find(IntegritySession session, string option, string word)
    {
        foreach (var audience in Enum.GetValues<Audience>().Where(audience => AudienceWords.Of(audience) == word))
        {
            return audience;
        }

        session.Refuse("survey.said.whichForm", ("option", option), ("value", word));
        return null;
    }

    private static bool IsUsable(IntegritySession session, string? path, params string[] endings)
    {
        var fits = path is not null && Array.Exists(endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (!fits)
        {
            session.Refuse(path is null ? "survey.said.out" : "survey.said.ending", ("endings", string.Join(", ", endings)));
        }

        if (fits && File.Exists(path) && path!.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            session.Terminal.Complain(session.Words.Say("report.exists", ("path", path)));
            return false;
        }

        return fits && !session.IsInside(path!);
    }

    private static void Write(IntegritySession session, string path, byte[] content)
    {
        File.WriteAllBytes(path, content);
        session.Terminal.SayWrapped(session.Words.Say("survey.said.written", ("path", path)));
    }
}
