using System.Text.Json;
using Tamiz.Cli;
using Xunit;

namespace Tamiz.Tests.Integrity.Surveys;

public sealed class SurveyCommandTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("tamiz-survey-").FullName;

    public SurveyCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(_home, "integrity", "survey"));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "samples", "costa-clara", "integrity", "survey")))
        {
            File.Copy(file, PathOf(Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Theory]
    [InlineData("es", "Liderazgo y compromiso")]
    [InlineData("fr", "Leadership")]
    [InlineData("en", "Leadership and commitment")]
    [InlineData("pt", "Liderança e compromisso")]
    public void Results_are_printed_in_eighty_columns_in_each_language(string language, string word)
    {
        var (code, output, errors) = Run("--all", "--language", language);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(word, output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
    }

    [Fact]
    public void Json_is_one_object_with_both_audiences_and_the_change()
    {
        var (code, output, _) = Run("--json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal("2026-1", json.RootElement.GetProperty("round").GetString());
        Assert.Equal("2025-1", json.RootElement.GetProperty("against").GetString());
        Assert.All(json.RootElement.GetProperty("audiences").EnumerateArray(), audience =>
        {
            Assert.Equal(10, audience.GetProperty("factors").GetArrayLength());
            Assert.Equal(audience.GetProperty("read").GetInt32(), audience.GetProperty("taken").GetInt32() + audience.GetProperty("refused").GetInt32());
            Assert.Equal(10, audience.GetProperty("change").GetProperty("factors").GetArrayLength());
        });
    }

    [Fact]
    public void What_was_published_is_noted_once_and_figures_of_two_respondents_fewer_are_withheld()
    {
        Assert.Equal(0, Run("--publish").Code);
        var log = File.ReadAllText(PathOf("releases.yaml"));
        Assert.Equal(0, Run("--publish").Code);
        Assert.Equal(log, File.ReadAllText(PathOf("releases.yaml")));
        Assert.DoesNotContain("(d)", Run("--language", "en").Output, StringComparison.Ordinal);
        var answers = File.ReadAllLines(PathOf("2026-1-officials.csv"));
        File.WriteAllLines(PathOf("2026-1-officials.csv"), answers[..^2]);
        Assert.Contains("(d)", Run("--publish", "--language", "en").Output, StringComparison.Ordinal);
        Assert.StartsWith(log, File.ReadAllText(PathOf("releases.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_survey_that_customs_collects_about_itself_is_warned_of_in_the_report()
    {
        File.WriteAllText(PathOf("2026-1.yaml"), File.ReadAllText(PathOf("2026-1.yaml")).Replace("kind: university", "kind: customs", StringComparison.Ordinal));
        var (code, output, errors) = Run("--language", "en");
        Assert.Equal(0, code);
        Assert.Contains("WARNING. Customs collected answers about itself.", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("TZ2907", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--template", "everybody", "--out", "x.csv")]
    [InlineData(2, "--template", "officials", "--out", "x.txt")]
    [InlineData(2, "--questionnaire", "private")]
    [InlineData(1, "--round", "2031-1")]
    public void What_cannot_be_done_is_said(int code, params string[] arguments)
    {
        var run = Run(arguments);
        Assert.Equal(code, run.Code);
        Assert.NotEmpty(run.Errors);
    }

    [Theory]
    [InlineData("--template", "form.csv")]
    [InlineData("--questionnaire", "form.html")]
    [InlineData("--questionnaire", "form.docx")]
    public void Forms_are_written(string option, string name)
    {
        Assert.Equal(0, Run(option, "private", "--out", Path.Combine(_home, name)).Code);
        Assert.True(new FileInfo(Path.Combine(_home, name)).Length > 100);
        Assert.Equal(option == "--template", File.Exists(Path.Combine(_home, "form-codebook.csv")));
    }

    private string PathOf(string name) => Path.Combine(_home, "integrity", "survey", name);

    private (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = Program.Run(["integrity", "survey", "--home", _home, .. arguments], output, errors, new FixedClock(2026, 6, 1));
        return (code, output.ToString(), errors.ToString());
    }
}
