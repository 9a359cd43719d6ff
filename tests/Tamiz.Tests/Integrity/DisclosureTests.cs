using CsCheck;
using Tamiz.Integrity.Programmes;
using Xunit;

namespace Tamiz.Tests.Integrity;

/// <summary>Figures of few administrations are not shown, and cannot be worked out from the others.</summary>
public class DisclosureTests
{
    [Fact]
    public void What_is_hidden_is_of_nobody_or_of_at_least_three() => Gen.Int[0, 9].List[1, 8].Sample(counts =>
    {
        var decided = Disclosures.Of(counts);
        var hidden = counts.Where((_, index) => decided[index] != Disclosure.Shown).Sum();
        Assert.True(hidden is 0 or >= Disclosures.Fewest || decided.All(one => one != Disclosure.Shown));
        for (var i = 0; i < counts.Count; i++)
        {
            Assert.Equal(counts[i] == 0, decided[i] == Disclosure.NoData);
            Assert.Equal(counts[i] is 1 or 2, decided[i] == Disclosure.TooFew);
        }
    });

    [Fact]
    public void No_more_is_hidden_than_one_region_that_could_be_shown() => Gen.Int[0, 9].List[1, 8].Sample(counts =>
    {
        var also = counts.Where((_, index) => Disclosures.Of(counts)[index] == Disclosure.Complementary).ToList();
        Assert.True(also.Count <= 1);
        Assert.All(also, count => Assert.Equal(counts.Where(other => other >= Disclosures.Fewest).Min(), count));
    });

    [Theory]
    [InlineData("8,7,5,3,1", "Shown,Shown,Shown,Complementary,TooFew")]
    [InlineData("3,1", "Complementary,TooFew")]
    [InlineData("4,1,2", "Shown,TooFew,TooFew")]
    [InlineData("5,0", "Shown,NoData")]
    [InlineData("2", "TooFew")]
    public void Regions_are_decided_so(string counts, string expected) =>
        Assert.Equal(expected, string.Join(',', Disclosures.Of([.. counts.Split(',').Select(int.Parse)])));

    [Theory]
    [InlineData("1,2,3", "1,1.5,2,2.5,3")]
    [InlineData("4,1,2,3", "1,1.75,2.5,3.25,4")]
    [InlineData("0.01,0.02,0.02,0.04", "0.01,0.02,0.02,0.03,0.04")]
    [InlineData("-1,1,-2,2,0", "-2,-1,0,1,2")]
    [InlineData("7", "7,7,7,7,7")]
    public void Quartiles_lie_on_the_line_between_neighbours(string values, string expected)
    {
        var spread = Spread.Of(values.Split(',').Select(value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(expected, FormattableString.Invariant($"{spread.Low:0.##},{spread.LowerQuartile:0.##},{spread.Median:0.##},{spread.UpperQuartile:0.##},{spread.High:0.##}"));
    }
}
