using Tamiz.Declarations;
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
        var declarations = Paraguay();
        Assert.Equal(16, declarations.Count);

        var first = declarations[0];
        Assert.Equal("CAPITAL/2024/24001IC04100200Z", first.Identity.Text);
        Assert.Equal(new DateOnly(2024, 3, 1), first.LodgedOn);
        AssertItem(Assert.Single(first.Items), "30049099", 237.0m, 253.59m, 9260.27m, 512.55m);
        Assert.Equal("3004.90.99.000W", Assert.Single(first.Items[0].Classifications).Value);
        Assert.Equal(8654.46m, first.Items[0].Price!.Value.Amount);

        var third = declarations.Single(declaration => declaration.Identity.Number == "24003IC04100202Z");
        Assert.Equal(new DateOnly(2024, 3, 5), third.LodgedOn);
        AssertItem(third.Items[1], "22030000", 589.87m, 631.16m, 429.49m, 109.13m);
        Assert.Equal("LTR", third.Items[1].SupplementaryUnit);
        Assert.Equal("CERVEZA EN LATA, CON \"MARCA\" PROPIA", third.Items[1].Description);
        Assert.Equal("BR", third.Items[1].Origin);
        Assert.Equal("CN", third.CountryOfExport);
    }

    [Fact]
    public void No_agreement_claimed_is_a_missing_preference() =>
        Assert.All(Paraguay().SelectMany(declaration => declaration.Items), item => Assert.True(item.Preference is null or "MERCOSUR", item.Preference));

    private static void AssertItem(Item item, string hs, decimal net, decimal gross, decimal value, decimal taxes)
    {
        Assert.Equal(hs, item.Hs);
        Assert.Equal(net, item.NetMass!.Value.Kilograms);
        Assert.Equal(gross, item.GrossMass!.Value.Kilograms);
        Assert.Equal((value, "USD"), (item.CustomsValue!.Value.Amount, item.CustomsValue!.Value.Currency));
        Assert.Equal((taxes, "USD"), (item.Taxes!.Value.Amount, item.Taxes!.Value.Currency));
    }

    private static List<Declaration> Paraguay()
    {
        var diagnostics = new List<Diagnostic>();
        var file = Path.Combine(Repository.Root, "samples", "mappings", "paraguay-sample.csv");
        using var input = InputSet.Open([file], Read("paraguay.yaml", diagnostics), TimeZoneInfo.Utc, false, 1, diagnostics);
        var (declarations, tally) = input.Run(
            (lodged, counted, _) => (lodged.Select(one => one.Declaration).ToList(), counted), null, diagnostics.Add);
        Assert.Empty(diagnostics);
        Assert.Equal((32, 32), (tally.Read, tally.Taken));
        return declarations;
    }

    private static Mapping Read(string name, List<Diagnostic> diagnostics) =>
        Mapping.Read(File.ReadAllText(Path.Combine(Repository.Root, "samples", "mappings", name)), name, diagnostics);
}
