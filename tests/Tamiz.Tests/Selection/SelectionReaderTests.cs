using Tamiz.Formats;
using Tamiz.Selection;
using Xunit;

namespace Tamiz.Tests.Selection;

public sealed class SelectionReaderTests
{
    private const string Lanes = "lanes:\n  - {id: red, share: 5 %, random: 1 %}\n  - {id: yellow, share: 10 %}\n  - {id: green}\n";

    [Fact]
    public void A_policy_is_read_with_the_overrides_of_its_offices()
    {
        var (policy, codes) = Read(Lanes + """
            referral: {share: 2 %}
            offices:
              - {id: HNPCR, timeZone: America/Tegucigalpa, red: {perDay: 25}, yellow: {share: 8 %}, random: 2 %}
              - {id: HNSAP, red: {random: 3 %}}
            """);
        Assert.Empty(codes);
        Assert.Equal("green", policy.ReleaseLane);
        Assert.Equal(0.02, policy.Default.Referral);
        Assert.Equal([new LaneRule("red", new Capacity(null, 0.05), 0.01), new LaneRule("yellow", new Capacity(null, 0.1), 0)], policy.Of("other").Lanes);
        Assert.Equal([new LaneRule("red", new Capacity(25, 0), 0.02), new LaneRule("yellow", new Capacity(null, 0.08), 0)], policy.Of("HNPCR").Lanes);
        Assert.Equal(new LaneRule("red", new Capacity(null, 0.05), 0.03), policy.Of("HNSAP").Lanes[0]);
    }

    [Theory]
    [InlineData("name: x\n", "TZ0103 TZ0401")]
    [InlineData("lanes:\n  - {id: green}\n", "TZ0401")]
    [InlineData("lanes:\n  - {id: red, share: 5 %, random: 5 %}\n  - {id: green}\n", "TZ0402")]
    [InlineData("lanes:\n  - {id: red, share: 5 %, random: 1 %}\n  - {id: red, share: 5 %}\n  - {id: green}\n", "TZ0403")]
    [InlineData(Lanes + "offices:\n  - {id: A}\n  - {id: A}\n", "TZ0404")]
    [InlineData("lanes:\n  - {id: random, share: 5 %, random: 1 %}\n  - {id: green}\n", "TZ0405")]
    [InlineData("lanes:\n  - {id: red lane, share: 5 %, random: 1 %}\n  - {id: green}\n", "TZ0405")]
    [InlineData("lanes:\n  - {id: red, share: 5 %, perDay: 3, random: 1 %}\n  - {id: green}\n", "TZ0406")]
    [InlineData("lanes:\n  - {id: red, share: 5 %, random: 1 %}\n  - {id: green, share: 5 %}\n", "TZ0407")]
    [InlineData(Lanes + "offices:\n  - {id: A, green: {share: 3 %}}\n", "TZ0407")]
    [InlineData("lanes:\n  - {id: red, random: 1 %}\n  - {id: green}\n", "TZ0408")]
    [InlineData("lanes:\n  - {id: red, perDay: 5, random: 60 %}\n  - {id: blue, perDay: 5, random: 60 %}\n  - {id: green}\n", "TZ0409")]
    [InlineData("lanes:\n  - {id: red, share: 60 %, random: 1 %}\n  - {id: blue, share: 60 %}\n  - {id: green}\n", "TZ0410")]
    [InlineData(Lanes + "offices:\n  - {id: A, random: 0 %}\n", "TZ0411")]
    [InlineData(Lanes + "offices:\n  - {id: A, timeZone: America/Nowhere}\n", "TZ0114")]
    [InlineData(Lanes + "offices:\n  - {id: A, rde: {perDay: 5}}\n", "TZ0102")]
    [InlineData(Lanes + "offices:\n  - {id: A, red: {perday: 5}}\n", "TZ0102")]
    [InlineData(Lanes + "referral: {share: 200 %}\n", "TZ0104")]
    [InlineData(Lanes + "referral: {rate: 2 %}\n", "TZ0102")]
    public void What_is_wrong_is_named(string yaml, string expected) => Assert.Equal(expected, string.Join(' ', Read(yaml).Codes));

    [Fact]
    public void A_problem_is_placed_in_its_line()
    {
        var diagnostics = new List<Diagnostic>();
        SelectionReader.Read(YamlSection.Parse(Lanes + "offices:\n  - {id: A}\n  - {id: A}\n", "tamiz.yaml", diagnostics), diagnostics);
        Assert.Equal(7, Assert.Single(diagnostics).Where.Line);
    }

    private static (SelectionPolicy Policy, List<string> Codes) Read(string yaml)
    {
        var diagnostics = new List<Diagnostic>();
        var policy = SelectionReader.Read(YamlSection.Parse(yaml, "tamiz.yaml", diagnostics), diagnostics);
        return (policy, [.. diagnostics.Select(diagnostic => diagnostic.Code)]);
    }
}
