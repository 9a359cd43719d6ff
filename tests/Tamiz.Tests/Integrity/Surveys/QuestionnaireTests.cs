using Tamiz.Integrity;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Reports;
using Tamiz.Integrity.Surveys;
using Tamiz.Documents.Model;
using Xunit;

namespace Tamiz.Tests.Integrity.Surveys;

public class QuestionnaireTests
{
    public static TheoryData<Audience, Language> Forms => [.. from audience in Enum.GetValues<Audience>() from language in Enum.GetValues<Language>() select (audience, language)];

    [Fact]
    public void The_standard_questionnaire_has_no_fault_and_no_text_is_missing_in_a_language()
    {
        var diagnostics = new List<Diagnostic>();
        QuestionnaireReader.Read(Tamiz.Integrity.Reading.EmbeddedText.Of("questionnaire.yaml"), "questionnaire.yaml", diagnostics);
        Assert.Empty(diagnostics);
        var texts = Questionnaire.Standard.Forms.SelectMany(form => form.Statements.Select(statement => statement.Text).Concat(form.Backgrounds.SelectMany(background => background.Categories.Select(category => category.Text).Append(background.Text))));
        Assert.All(texts, text => Assert.Equal(4, text.Versions.Count(version => version.Language is not null && version.Text.Length > 0)));
    }

    [Fact]
    public void Officials_answer_three_statements_a_factor_and_the_private_sector_two_some_of_them_turned_round()
    {
        foreach (var (audience, count) in new[] { (Audience.Officials, 3), (Audience.Private, 2) })
        {
            var form = Questionnaire.Standard.Of(audience);
            Assert.All(Factor.All, factor => Assert.Equal(count, form.Statements.Count(statement => statement.Factor == factor)));
            Assert.InRange(form.Statements.Count(statement => statement.IsReversed), form.Statements.Count / 10, form.Statements.Count / 2);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_paper_form_shows_each_question_once_in_its_language(Audience audience, Language language)
    {
        var form = Questionnaire.Standard.Of(audience);
        var paper = SurveyFormPaper.Of(form, null, new ReportSetting(language, new DateOnly(2026, 4, 1), "", ""));
        var cells = paper.Blocks.OfType<Table>().SelectMany(table => table.Rows.Select(row => row[0].Text)).ToList();
        Assert.All(form.Statements.Index(), one => Assert.Contains($"{one.Index + 1}. {one.Item.Text.In(language)}", cells));
        Assert.All(form.Backgrounds.SelectMany(background => background.Categories), category => Assert.Contains(category.Text.In(language), cells));
        Assert.Equal(form.Statements.Count + form.Backgrounds.Sum(background => background.Categories.Count), cells.Count);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_template_s_headings_are_read_and_the_codebook_explains_each_of_them(Audience audience, Language language)
    {
        var form = Questionnaire.Standard.Of(audience);
        var headings = AnswerTemplate.Headings(form).TrimEnd();
        var diagnostics = new List<Diagnostic>();
        var row = string.Join(',', headings.Split(',').Select(heading => form.FindStatement(heading) is null ? "" : "3"));
        Assert.NotNull(AnswerReader.Read(System.Text.Encoding.UTF8.GetBytes($"{headings}\n{row}\n"), "answers.csv", form, diagnostics));
        Assert.Empty(diagnostics);
        var book = AnswerTemplate.Codebook(form, IntegrityWords.Of(language));
        Assert.All(headings.Split(','), heading => Assert.Contains($"\n{heading},", book, StringComparison.Ordinal));
    }
}
