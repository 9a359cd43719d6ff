using Tamiz.Formats.Mappings;
using Tamiz.Storage;
using Xunit;

namespace Tamiz.Tests.Formats;

public class SampleMappingTests
{
    [Theory]
    [InlineData("kcs.yaml")]
    [InlineData("lemis.yaml")]
    [InlineData("paraguay.yaml")]
    [InlineData("../demo/mapping.yaml")]
    public void A_sample_mapping_has_nothing_to_complain_of(string name)
    {
        var diagnostics = new List<Diagnostic>();
        _ = Read(name, diagnostics);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void Paraguay_reads_decimal_commas_day_first_dates_and_codes_with_letters()
    {
        var diagnostics = new List<Diagnostic>();
        var mapping = Read("paraguay.yaml", diagnostics);
        using var input = InputSet.Open([Path.Combine(Repository.Root, "samples", "mappings", "paraguay-sample.csv")], mapping, TimeZoneInfo.Utc, false, 1, diagnostics);
        var (declarations, tally) = input.Run((lodged, counted, _) => (lodged.Select(one => one.Declaration).ToList(), counted), null, static _ => { });
        Assert.Empty(diagnostics);
        Assert.Equal(14, declarations.Count);
        Assert.Equal(tally.Read, tally.Taken);

        var first = declarations[0];
        Assert.Equal(new DateOnly(2024, 3, 3), first.LodgedOn);
        Assert.Equal("CAPITAL/2024/D100200", first.Identity.Text);
        var line = File.ReadLines(Path.Combine(Repository.Root, "samples", "mappings", "paraguay-sample.csv")).Skip(1).First()[1..^1].Split("\",\"");
        var item = first.Items[0];
        Assert.Equal(line[27].Replace(".", "", StringComparison.Ordinal)[..8], item.Hs);
        Assert.Equal(decimal.Parse("0" + line[18].Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture), item.NetMass!.Value.Kilograms);
        Assert.Equal(decimal.Parse(line[23].Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture), item.CustomsValue!.Value.Amount);
        Assert.Equal("USD", item.Price!.Value.Currency);
        Assert.All(declarations.SelectMany(declaration => declaration.Items), one => Assert.Equal(2, one.Origin!.Length));
        Assert.Contains(declarations.SelectMany(declaration => declaration.Items), one => one.Description!.Contains("\"MARCA\"", StringComparison.Ordinal));
    }

    private static Mapping Read(string name, List<Diagnostic> diagnostics) =>
        Mapping.Read(File.ReadAllText(Path.Combine(Repository.Root, "samples", "mappings", name)), name, diagnostics);
}
