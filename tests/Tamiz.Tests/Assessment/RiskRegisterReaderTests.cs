using System.Text;
using Tamiz.Assessment;
using Tamiz.Flow;
using Xunit;

namespace Tamiz.Tests.Assessment;

public sealed class RiskRegisterReaderTests
{
    private const string Area = "    title: {en: Revenue}\n    owner: unit\n    measure: money\n    baseShare: 5 %\n";

    [Fact]
    public void The_register_of_a_new_home_has_four_areas_in_four_languages()
    {
        var (register, codes) = Read(Encoding.UTF8.GetString(HomeTemplate.Files["risks.yaml"]));
        Assert.Empty(codes);
        Assert.Equal(4, register.Areas.Count);
        Assert.All(register.Areas, area => Assert.Equal(["en", "es", "fr", "pt"], area.Titles.Keys.Order(StringComparer.Ordinal)));
        Assert.All(register.Areas, area => Assert.Equal(area.IsMoney, area.Consequence == 0));
    }

    [Theory]
    [InlineData("areas: []\n", "TZ0503")]
    [InlineData("areas:\n  - id: revenue\n" + Area + "    reserved: 60 %\n  - id: safety\n" + Area + "    reserved: 60 %\n", "TZ0501")]
    [InlineData("areas:\n  - id: revenue\n" + Area + "  - id: revenue\n" + Area, "TZ0502")]
    [InlineData("areas:\n  - id: revenue\n    title: {en: x}\n    owner: unit\n    baseShare: 0 %\n", "TZ0504")]
    [InlineData("areas:\n  - id: revenue\n    title: {en: x}\n    owner: unit\n    baseShare: 1\n", "TZ0504")]
    [InlineData("areas:\n  - id: revenue\n    title: {en: x}\n    owner: unit\n", "TZ0103")]
    [InlineData("areas:\n  - id: revenue\n    title: {en: x}\n    owner: unit\n    measure: scale\n    baseShare: 5 %\n", "TZ0505")]
    [InlineData("areas:\n  - id: revenue\n" + Area + "    consequence: 5\n", "TZ0506")]
    [InlineData("areas:\n  - id: Revenue 1\n" + Area, "TZ0507")]
    [InlineData("areas:\n  - id: revenue\n" + Area + "    weight: 5\n", "TZ0102")]
    [InlineData("areas:\n  - id: revenue\n" + Area + "regions: []\n", "TZ0102")]
    [InlineData("areas: [\n", "TZ0101 TZ0503")]
    public void What_is_wrong_is_named(string yaml, string expected) => Assert.Equal(expected, string.Join(' ', Read(yaml).Codes));

    private static (RiskRegister Register, List<string> Codes) Read(string yaml)
    {
        var diagnostics = new List<Diagnostic>();
        var register = RiskRegisterReader.Read(yaml, "risks.yaml", diagnostics);
        return (register, [.. diagnostics.Select(diagnostic => diagnostic.Code)]);
    }
}
