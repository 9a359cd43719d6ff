using Tamiz.Integrity.Surveys;
using Xunit;

namespace Tamiz.Tests.Integrity.Surveys;

public class SurveySampleTests
{
    public static TheoryData<string, int> Files => new() { { "officials", 2025 }, { "private", 2025 }, { "officials", 2026 }, { "private", 2026 } };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_sample_s_answers_are_what_its_generator_makes(string audience, int year) =>
        Golden.Check($"samples/costa-clara/integrity/survey/{year}-1-{audience}.csv", SurveySample.Csv(audience == "private" ? Audience.Private : Audience.Officials, year));

    [Theory]
    [MemberData(nameof(Files))]
    public void The_sample_is_read_without_a_complaint(string audience, int year)
    {
        var folder = Path.Combine(Repository.Root, "samples", "costa-clara", "integrity", "survey");
        var diagnostics = new List<Diagnostic>();
        var round = SurveyRoundReader.Read(File.ReadAllText(Path.Combine(folder, $"{year}-1.yaml")), "round.yaml", $"{year}-1", Questionnaire.Standard, diagnostics);
        var form = round.Of(audience == "private" ? Audience.Private : Audience.Officials).Form;
        var reading = AnswerReader.Read(File.ReadAllBytes(Path.Combine(folder, $"{year}-1-{audience}.csv")), "answers.csv", form, diagnostics)!;
        Assert.Empty(diagnostics);
        Assert.Equal(0, reading.Refused);
        Assert.True(reading.Taken > 250);
        Assert.All(reading.Table.Strata, stratum => Assert.All(stratum.Categories.Index(), category => Assert.Contains(category.Index, stratum.Codes)));
        Assert.Equal(round.Of(Audience.Private).Population.Cells.Where(cell => cell.Categories.ContainsKey("kind")).Sum(cell => cell.Persons),
            round.Of(Audience.Private).Population.Cells.Where(cell => cell.Categories.ContainsKey("size")).Sum(cell => cell.Persons));
    }
}
