using System.Globalization;
using System.Text.RegularExpressions;
using Tamiz.Cli;
using Tamiz.Formats.Mappings;
using Tamiz.Tests.Formats;
using Xunit;

namespace Tamiz.Tests.Bugs;

[Collection(nameof(Alone))]
public sealed partial class WordsBugs
{
    private static readonly string Demo = Path.Combine(Repository.Root, "samples", "demo");
    private static readonly string[] March = [Path.Combine(Demo, "march.csv"), "--home", Demo];

    public static TheoryData<Language> Languages => [Language.Es, Language.Fr, Language.En, Language.Pt];

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_a_command_says_is_in_one_language_and_fits_80_columns(Language language)
    {
        var code = language.ToString().ToLowerInvariant();
        var history = Path.Combine(Demo, "history.csv");
        string[][] commands =
        [
            ["assess", .. March],
            ["explain", "HNPCR/2026/000576", .. March, "--stages"],
            ["evaluate", "--judge", history, "--split", "2025-12-01", "--home", Demo],
        ];
        var others = Enum.GetValues<Language>().Where(other => other != language).SelectMany(Sentences).Except(Sentences(language)).ToList();
        foreach (var command in commands)
        {
            var said = Say([.. command, "--language", code]);
            Assert.All(said.Split('\n').Where(line => !line.Contains('/', StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
            var text = Blanks().Replace(said, " ");
            Assert.All(others, other => Assert.DoesNotContain(other, text, StringComparison.Ordinal));
            Assert.DoesNotMatch("NaN|[{}]", text);
        }
    }

    [Fact]
    public void Without_a_language_a_command_speaks_the_homes_first()
    {
        Assert.StartsWith("Filas: leídas 1.900 = tomadas 1.900 + conocidas 0 + rechazadas 0", Say(["assess", .. March]), StringComparison.Ordinal);
        Assert.Contains("16    1,5\u00A0%  control obligatorio", Say(["assess", .. March]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.En, 0, "0 further minor reasons, together")]
    [InlineData(Language.En, 1, "1 further minor reason")]
    [InlineData(Language.En, 2, "2 further minor reasons, together")]
    [InlineData(Language.Es, 1, "1 razón menor más")]
    [InlineData(Language.Es, 1200, "1.200 razones menores más, juntas")]
    [InlineData(Language.Fr, 0, "0 autre raison mineure")]
    [InlineData(Language.Fr, 2, "2 autres raisons mineures, ensemble")]
    [InlineData(Language.Pt, 1, "1 outra razão menor")]
    public void One_thing_is_said_in_the_singular(Language language, long count, string expected) =>
        Assert.Equal(expected, Plural.Say(Phrasebook.Of(language), "explain.minor", count));

    [Fact]
    public void A_code_of_the_administrations_own_is_called_by_its_label_else_by_its_quoted_name()
    {
        var mapping = BadInputTests.Mapping.Replace("item.description: goods",
            "item.code.mark: {column: goods, label: {es: marca, en: mark}}", StringComparison.Ordinal)
            + "\nkeys: [{key: item.code.mark}, {key: item.origin}]";
        Assert.Contains("marca Coffee: controles", Reasons(mapping, "es"), StringComparison.Ordinal);
        Assert.Contains("mark Coffee: controls", Reasons(mapping, "en"), StringComparison.Ordinal);
        Assert.Contains("«\u00A0mark\u00A0» Coffee\u00A0: contrôles", Reasons(mapping, "fr"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("item.origin: {column: origin, label: {en: origin}}", "TZ0104")]
    [InlineData("item.code.mark: {column: origin, label: {de: Marke}}", "TZ0102")]
    [InlineData("item.code.mark: {column: origin, label: mark}", "TZ0104")]
    [InlineData("item.code.mark: {column: origin, label: {en: mark}}", "")]
    public void A_label_is_for_own_codes_and_known_languages_only(string field, string expected)
    {
        var diagnostics = new List<Diagnostic>();
        Mapping.Read(BadInputTests.Mapping.Replace("item.origin: origin", field, StringComparison.Ordinal), "mapping.yaml", diagnostics);
        Assert.Equal(expected, string.Join(' ', diagnostics.Select(diagnostic => diagnostic.Code)));
    }

    [Theory]
    [InlineData("kcs.yaml")]
    [InlineData("lemis.yaml")]
    [InlineData("paraguay.yaml")]
    public void The_own_codes_of_the_samples_have_labels_in_every_language(string file)
    {
        var diagnostics = new List<Diagnostic>();
        var path = Path.Combine(Repository.Root, "samples", "mappings", file);
        var mapping = Mapping.Read(File.ReadAllText(path), file, diagnostics);
        var own = mapping.Fields.Select(field => field.Target.Id).Where(id => OwnCode.SchemeOf(id) is not null).Order(StringComparer.Ordinal);
        Assert.Empty(diagnostics);
        Assert.All(Enum.GetValues<Language>(), language => Assert.Equal(own, mapping.LabelsIn(language).Keys.Order(StringComparer.Ordinal)));
    }

    private static string Reasons(string mapping, string language)
    {
        using var run = new Assessed();
        var rows = Enumerable.Range(0, 12).Select(i => BadInputTests.Row(((char)('A' + i)).ToString(), ("result", i < 9 ? "irregular" : ""), ("known", i < 9 ? $"2026-01-{i + 5:00}" : "")));
        run.Run(mapping, [run.Write("in.csv", string.Join('\n', rows.Prepend(BadInputTests.Heading)) + "\n")], "--language", language);
        return string.Join('\n', Assessed.Rows(run.OutPath).Select(row => row[17]));
    }

    private static string Say(string[] command)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        Program.Run(command, output, errors, new FixedClock(2026, 6, 30));
        Assert.Equal("", errors.ToString());
        return output.ToString();
    }

    /// <summary>What stands between the places of a language's phrases, where it is long enough to tell languages apart.</summary>
    private static IEnumerable<string> Sentences(Language language)
    {
        var words = Phrasebook.Of(language);
        return words.Codes.SelectMany(code => Place().Split(words[code])).Select(part => Blanks().Replace(part, " ").Trim()).Where(part => part.Length >= 12);
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
