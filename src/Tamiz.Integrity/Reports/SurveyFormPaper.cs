using System.Globalization;
using Tamiz.Documents.Model;
using Tamiz.Integrity.Surveys;

namespace Tamiz.Integrity.Reports;

/// <summary>A form of the survey on paper.</summary>
public static class SurveyFormPaper
{
    private const string Box = "□";

    /// <summary>Makes it.</summary>
    /// <param name="form">What is asked.</param>
    /// <param name="round">The round that it is for; null where there is none yet.</param>
    /// <param name="setting">What it begins with.</param>
    public static Document Of(SurveyForm form, SurveyRound? round, ReportSetting setting)
    {
        var words = new ReportWords(setting);
        var audience = AudienceWords.Of(form.Audience);
        return words.Document(words["survey.formTitle"], words["survey.formFor." + audience],
        [
            new Heading(1, words["survey.before"]),
            new Paragraph(words["survey.purpose"]),
            .. Collection(round, words),
            new PointList([words["survey.anonymous"], words.Say("survey.groups", ("k", words.Of(round?.MinimumGroup ?? SurveyRound.LeastGroup))), words["survey.voluntary"], words["survey.noNames"]]),
            new Heading(1, words["survey.aboutYou"]),
            new Paragraph(words["survey.oneBox"]),
            .. form.Backgrounds.Where(background => background.Categories.Count > 0).Select(background => Choices(background, words)),
            new Heading(1, words["survey.statements"]),
            new Paragraph(words["survey.howToAnswer"]),
            new PointList([.. Enumerable.Range(1, 5).Select(answer => $"{answer}: {words[$"survey.scale.{answer}"]}"), $"?: {words["survey.cannotSay"]}"]),
            .. Statements(form, words),
            new Paragraph(words["survey.thanks"], ParagraphStyle.Emphasis),
        ]);
    }

    private static IEnumerable<Block> Collection(SurveyRound? round, ReportWords words)
    {
        if (round is not null)
        {
            yield return new Paragraph(words.Say("survey.collectedBy", ("who", words.Of(round.Collector.Name)), ("from", words.Of(round.From)), ("to", words.Of(round.To))));
        }
    }

    private static Table Choices(Background background, ReportWords words) =>
        new(words.Of(background.Text), words.Columns(("survey.answer", 8), ("survey.mark", 1)), [.. background.Categories.Select(category => ReportWords.Row(words.Of(category.Text), Box))]);

    private static IEnumerable<Block> Statements(SurveyForm form, ReportWords words)
    {
        var number = 0;
        Column[] columns = [new(words["survey.statement"], 9), .. "12345?".Select(answer => new Column(answer.ToString(), 0.7))];
        foreach (var factor in form.Statements.GroupBy(statement => statement.Factor))
        {
            yield return new Table(factor.Key.Title(words.Words), columns,
                [.. factor.Select(statement => ReportWords.Row([string.Create(CultureInfo.InvariantCulture, $"{++number}. {words.Of(statement.Text)}"), Box, Box, Box, Box, Box, Box]))]);
        }
    }
}
