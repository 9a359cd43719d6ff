using System.Globalization;
using Tamiz.Documents.Model;
using Tamiz.Integrity;
using Tamiz.Integrity.Assessments;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Reading;
using Tamiz.Integrity.Reports;
using Tamiz.Integrity.Risks;
using Tamiz.Integrity.Strategies;
using Xunit;

namespace Tamiz.Tests.Integrity;

public class StrategySampleTests
{
    public static TheoryData<string, string> Malformed => Cases.Read("MalformedStrategy.cases");

    public static TheoryData<Language> Languages => [Language.Es, Language.Fr, Language.En, Language.Pt];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_file_is_told_where_it_is_malformed(string input, string expected)
    {
        var parts = input.Replace("\\n", "\n", StringComparison.Ordinal).Split(" ¦ ");
        var (file, text, instead) = (parts[0], parts[1], parts[2]);
        var (code, lines) = (expected.Split(' ')[0], expected.Split(' ')[1]);
        var line = 0;
        var sample = new StrategySample(file, whole =>
        {
            var at = whole.IndexOf(text, StringComparison.Ordinal);
            Assert.True(at >= 0, $"«{text}» does not stand in {file}");
            line = whole[..at].Count(sign => sign == '\n') + 1;
            return whole[..at] + instead + whole[(at + text.Length)..];
        }).ReadAll();
        var found = sample.Diagnostics.Where(diagnostic => diagnostic.Code == code && diagnostic.Where.File == file).ToList();
        Assert.True(found.Count > 0, string.Join('\n', sample.Diagnostics));
        Assert.Contains(found, diagnostic => lines == "*" || diagnostic.Where.Line == line + int.Parse(lines, CultureInfo.InvariantCulture));
        Assert.All(found, diagnostic => Assert.False(string.IsNullOrWhiteSpace(diagnostic.Expected)));
    }

    [Fact]
    public void Every_diagnostic_of_these_files_is_met_by_a_case_or_by_another_test()
    {
        string[] elsewhere = ["TZ2956", "TZ2961", "TZ2962", "TZ2976", "TZ3006"];
        Type[] rooms = [typeof(AssessmentDiagnostics), typeof(EvidenceDiagnostics), typeof(ReadingDiagnostics), typeof(RiskDiagnostics), typeof(StrategyDiagnostics), typeof(WorkshopDiagnostics), typeof(ProgressDiagnostics), typeof(SustainabilityDiagnostics)];
        var rules = rooms.SelectMany(room => room.GetFields()).Select(field => ((DiagnosticRule)field.GetValue(null)!).Code);
        var met = Malformed.Select(row => row.Data.Item2.Split(' ')[0]).Concat(new StrategySample().ReadAll().Diagnostics.Select(diagnostic => diagnostic.Code)).Concat(elsewhere);
        Assert.Empty(rules.Except(met, StringComparer.Ordinal));
    }

    [Fact]
    public void A_set_of_questions_that_leaves_out_a_factor_is_told()
    {
        var found = new List<Diagnostic>();
        _ = QuestionSet.Read(EmbeddedText.Of("assessment.yaml").Replace("factor: morale", "factor: conduct", StringComparison.Ordinal), "questions.yaml", found);
        Assert.Equal("TZ2956 morale", $"{found.Single().Code} {found.Single().Found}");
    }

    [Fact]
    public void The_sample_is_whole_and_every_text_stands_in_four_languages()
    {
        var found = new StrategySample().ReadAll().Diagnostics;
        Assert.DoesNotContain(found, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Rule == ReadingDiagnostics.MissingLanguage);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Rule == WorkshopDiagnostics.NotSealed);
    }

    [Theory]
    [InlineData("2025-1")]
    [InlineData("2026-1")]
    public void Each_round_of_the_sample_has_25_assessors_from_all_ten_units_and_answers_every_question(string round)
    {
        var result = new StrategySample().Round(round);
        Assert.Equal(25, result.Round.Assessors.Count);
        Assert.Equal(10, result.Round.Assessors.Select(assessor => assessor.Unit.In(Language.Es)).Distinct().Count());
        Assert.All(result.Questions, question => Assert.InRange(question.Level!.Value, 0, 4));
        Assert.All(result.Factors, factor => Assert.Equal(3, factor.Answered));
    }

    [Fact]
    public void The_strategy_of_the_sample_covers_every_factor_and_has_no_circle()
    {
        var strategy = new StrategySample().Strategy();
        Assert.All(Factor.All, factor => Assert.NotEmpty(strategy.ActionsOf(factor)));
        Assert.Empty(Dependencies.Circles(strategy.Actions));
        Assert.Equal(strategy.Budget, Factor.All.Sum(strategy.BudgetOf));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_report_is_complete_and_no_place_is_left_open(Language language)
    {
        foreach (var document in Documents(language))
        {
            Assert.Equal(language, document.Language);
            Assert.All(Texts(document), text => Assert.DoesNotMatch(@"^\s*$|\{[a-zA-Z]+\}", text));
            Assert.All(document.Blocks.OfType<Table>(), table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count)));
            Assert.All(document.Blocks.OfType<Figure>(), figure => Assert.True(figure.Alternative.Length > 10, figure.Caption));
            Assert.Equal(1, document.Blocks.OfType<Heading>().First().Level);
        }
    }

    [Fact]
    public void Reports_in_two_languages_have_the_same_blocks_and_no_sentence_in_common()
    {
        foreach (var (spanish, english) in Documents(Language.Es).Zip(Documents(Language.En)))
        {
            Assert.Equal(spanish.Blocks.Select(block => block.GetType()), english.Blocks.Select(block => block.GetType()));
            var same = Texts(spanish).Where(text => text.Split(' ').Length > 3).Intersect(Texts(english).Where(text => text.Any(char.IsLetter)), StringComparer.Ordinal);
            Assert.Empty(same);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Words_of_integrity_have_the_same_codes_in_every_language(Language language)
    {
        var (spanish, words) = (IntegrityWords.Of(Language.Es), IntegrityWords.Of(language));
        Assert.Equal(spanish.Codes.Order(StringComparer.Ordinal), words.Codes.Order(StringComparer.Ordinal));
        Assert.All(words.Codes, code => Assert.False(string.IsNullOrWhiteSpace(words[code]), code));
        Assert.All(words.Codes, code => Assert.Equal(Places(spanish[code]), Places(words[code])));
    }

    private static IEnumerable<Document> Documents(Language language)
    {
        var sample = new StrategySample();
        var (setting, strategy) = (new ReportSetting(language, StrategySample.Today, "Costa Clara", ""), sample.Strategy());
        var draft = StrategyReader.Read(sample.Text("drafts/strategy-0.9.yaml"), "strategy-0.9.yaml", sample.Diagnostics);
        yield return AssessmentReport.Of(sample.Assessment(), setting);
        yield return RiskMapReport.Of(sample.Risks(), setting);
        yield return StrategyReport.Of(new StrategyStatement(strategy, sample.Convergence(), StrategyComparison.Of(draft, strategy, language)), setting);
        yield return SustainabilityReport.Of(sample.Plan(strategy), setting);
        yield return ProgressReport.Of(sample.Progress(strategy), setting);
        yield return MinutesReport.Of(sample.Minutes(1), setting);
    }

    private static IEnumerable<string> Texts(Document document) => document.Blocks.SelectMany(block => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        PointList points => points.Points,
        Table table => [table.Caption, .. table.Columns.Select(column => column.Heading), .. table.Rows.SelectMany(row => row.Select(cell => cell.Text))],
        Figure figure => (IEnumerable<string>)[figure.Caption, figure.Alternative],
        _ => [],
    });

    private static IEnumerable<string> Places(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, @"\{\w+\}").Select(match => match.Value).Order(StringComparer.Ordinal);
}
