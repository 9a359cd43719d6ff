using CsCheck;
using Tamiz.Evaluation;
using Tamiz.Simulation.Checking;
using Tamiz.Simulation.Drawing;
using Xunit;

namespace Tamiz.Tests.Simulation.Checking;

public class EstimatorTests
{
    [Fact]
    public void Correlation_of_three_importers_is_what_the_table_of_variance_gives()
    {
        // Sizes 2, 3, 4 with 1, 0, 4 hits: between (½ + 0 + 4) − 25/9 over 2, within 5 − 4½ over 6, mean size (9 − 29/9)/2.
        var between = (4.5 - (25.0 / 9)) / 2;
        var within = 0.5 / 6;
        var size = (9 - (29.0 / 9)) / 2;
        var expected = (between - within) / (between + ((size - 1) * within));
        Assert.Equal(expected, IntraclassCorrelation.Of([2, 3, 4], [1, 0, 4]).Value, 12);
    }

    [Theory]
    [InlineData(0.02, 0.02)]
    [InlineData(0.03, 0.06)]
    [InlineData(0.08, 0.10)]
    public void Correlation_of_beta_binomial_importers_is_found_again(double rate, double correlation)
    {
        // A beta distribution of strength s gives a correlation of 1 / (s + 1).
        var strength = (1 / correlation) - 1;
        var (sizes, hits) = (new int[6000], new int[6000]);
        for (var importer = 0; importer < sizes.Length; importer++)
        {
            var chance = Chance.Of(7, "importer", importer);
            sizes[importer] = 1 + chance.Poisson(15);
            var probability = chance.Beta(rate, strength);
            for (var i = 0; i < sizes[importer]; i++)
            {
                hits[importer] += chance.Happens(probability) ? 1 : 0;
            }
        }

        var measured = IntraclassCorrelation.Of(sizes, hits);
        Assert.InRange(correlation, measured.Low, measured.High);
        Assert.InRange(measured.High - measured.Low, 0, 0.05);
    }

    [Fact]
    public void Importers_that_are_all_alike_have_no_correlation()
    {
        var (sizes, hits) = (new int[4000], new int[4000]);
        for (var importer = 0; importer < sizes.Length; importer++)
        {
            var chance = Chance.Of(8, "importer", importer);
            sizes[importer] = 1 + chance.Poisson(10);
            hits[importer] = Enumerable.Range(0, sizes[importer]).Count(_ => chance.Happens(0.05));
        }

        Assert.InRange(IntraclassCorrelation.Of(sizes, hits).Value, -0.01, 0.01);
    }

    [Theory]
    [InlineData(1.06)]
    [InlineData(2.0)]
    public void The_tail_index_of_a_pareto_law_is_found_again(double exponent)
    {
        var chance = Chance.Of(9, "size");
        var values = Enumerable.Range(0, 20_000).Select(_ => chance.Pareto(exponent, 1e12)).ToArray();
        var measured = Tails.Hill(values, 0.05);
        Assert.InRange(exponent, measured.Low, measured.High);
    }

    [Fact]
    public void Four_values_hold_what_they_hold() => Assert.Equal(0.5, Tails.TopShare([1, 2, 2, 5], 0.25).Value, 12);

    [Fact]
    public void The_interval_of_the_top_share_holds_that_of_the_law()
    {
        // Of a log-normal law with sigma 2.4, the largest hundredth holds Φ(σ − z₀.₉₉) of the sum.
        var chance = Chance.Of(10, "money");
        var measured = Tails.TopShare([.. Enumerable.Range(0, 20_000).Select(_ => chance.LogNormal(1000, 2.4))], 0.01);
        Assert.InRange(0.529, measured.Low, measured.High);
    }

    [Fact]
    public void The_normal_plot_is_straight_for_a_normal_law_and_bent_for_an_exponential_one()
    {
        var chance = Chance.Of(11, "plot");
        Assert.InRange(NormalPlot.Straightness([.. Enumerable.Range(0, 5000).Select(_ => chance.Normal())]), 0.998, 1);
        Assert.InRange(NormalPlot.Straightness([.. Enumerable.Range(0, 5000).Select(_ => chance.Exponential(1))]), 0.5, 0.9);
    }

    [Fact]
    public void A_score_against_one_without_meaning_differs_by_its_area_and_the_error_of_both() =>
        Gen.Select(Gen.Int[0, 20].Select(i => (double)i), Gen.Bool).Array[20, 60].Where(rows => rows.Count(row => row.Item2) is > 1 and var hits && rows.Length - hits > 1).Sample(rows =>
        {
            var (scores, outcomes) = (rows.Select(row => row.Item1).ToArray(), rows.Select(row => row.Item2).ToArray());
            var (auc, error) = Ranking.Auc(scores, outcomes);
            var difference = PairedRanking.Difference(scores, new double[scores.Length], outcomes);
            Assert.Equal(auc - 0.5, difference.Value, 9);
            Assert.Equal(2 * 1.959964 * error, difference.High - difference.Low, 9);
        });

    [Fact]
    public void A_score_does_not_differ_from_itself_turned_monotonously() =>
        Gen.Select(Gen.Int[-9, 9].Select(i => i / 4.0), Gen.Bool).Array[10, 60].Where(rows => rows.Count(row => row.Item2) is > 1 and var hits && rows.Length - hits > 1).Sample(rows =>
        {
            var scores = rows.Select(row => row.Item1).ToArray();
            var difference = PairedRanking.Difference(scores, [.. scores.Select(score => (2 * score) + 1)], [.. rows.Select(row => row.Item2)]);
            Assert.Equal(0, difference.High, 12);
        });

    [Fact]
    public void Leaving_blocks_out_gives_the_error_of_a_mean()
    {
        // Fifty clusters of one value each: the jackknife's error of a mean is exactly s / √n.
        var sums = new Jackknife(2);
        for (var cluster = 0; cluster < 50; cluster++)
        {
            sums.Of(cluster)[0]++;
            sums.Of(cluster)[1] += cluster;
        }

        var measured = sums.Measure(total => total[1] / total[0]);
        Assert.Equal(24.5, measured.Value, 12);
        Assert.Equal(2 * 1.959964 * Math.Sqrt((50.0 * 51 / 12) / 50), measured.High - measured.Low, 9);
    }

    [Fact]
    public void Births_of_chance_alone_have_no_spread_and_bursts_have()
    {
        var chance = Chance.Of(12, "births");
        Assert.InRange(PopulationMeasures.BirthSpread([.. Enumerable.Range(0, 24).Select(_ => chance.Poisson(80))]).Low, 0, 0.001);
        Assert.InRange(PopulationMeasures.BirthSpread([.. Enumerable.Range(0, 24).Select(month => month % 2 * 160)]).Value, 0.9, 1.2);
        Assert.Equal(12, PopulationMeasures.MonthsWithoutBirth([.. Enumerable.Range(0, 24).Select(month => month % 2)]).Value);
    }

    [Fact]
    public void Texts_keep_their_numbers() =>
        Gen.String.Array[0, 300].Sample(texts =>
        {
            var codes = new Codes();
            var numbers = texts.Select(text => codes.Add(System.Text.Encoding.UTF8.GetBytes(text))).ToArray();
            var utf8 = texts.Select(text => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text))).ToArray();
            Assert.Equal(utf8.Distinct(StringComparer.Ordinal).Count(), codes.Count);
            Assert.All(numbers.Zip(utf8), pair => Assert.Equal(pair.Second, Convert.ToHexString(codes[pair.First])));
            Assert.All(numbers.Zip(texts), pair => Assert.Equal(pair.First, codes.Find(System.Text.Encoding.UTF8.GetBytes(pair.Second))));
        });

    [Theory]
    [InlineData("2000-01-01", 0)]
    [InlineData("2000-01-02T00:01", 1441)]
    [InlineData("2000-03-01T23:59:59", (60 * 1440) + 1439)]
    public void A_moment_is_read(string text, int minute)
    {
        Assert.True(Moment.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(minute, read);
    }

    [Theory]
    [InlineData("2001-02-29")]
    [InlineData("2000-01-01 08:00")]
    [InlineData("2000-01-01T24:00")]
    [InlineData("2000-1-01T08:00")]
    [InlineData("")]
    public void What_is_no_moment_is_refused(string text) => Assert.False(Moment.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out _));
}
