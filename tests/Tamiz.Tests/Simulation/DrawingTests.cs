using CsCheck;
using Tamiz.Simulation.Drawing;
using Xunit;

namespace Tamiz.Tests.Simulation;

/// <summary>Draws of fixed rows: the same numbers on every machine, so that a bound of five standard errors never fails by chance.</summary>
public class DrawingTests
{
    private const int Draws = 40_000;

    public delegate double Draw(ref Chance chance);

    public static TheoryData<string, double, double, Draw> Moments => new()
    {
        { "uniform", 0.5, 1 / 12.0, (ref Chance chance) => chance.Unit() },
        { "normal", 0, 1, (ref Chance chance) => chance.Normal() },
        { "exponential", 3, 9, (ref Chance chance) => chance.Exponential(3) },
        { "log-normal, its logarithm", 0.6931471805599453, 0.25, (ref Chance chance) => Elementary.Log(chance.LogNormal(2, 0.5)) },
        { "Poisson, small", 2.5, 2.5, (ref Chance chance) => chance.Poisson(2.5) },
        { "Poisson, large", 80, 80, (ref Chance chance) => chance.Poisson(80) },
        { "geometric", 1.5, 3.75, (ref Chance chance) => chance.Geometric(1.5) },
        { "gamma, shape below 1", 0.4, 0.4, (ref Chance chance) => chance.Gamma(0.4) },
        { "gamma", 3.2, 3.2, (ref Chance chance) => chance.Gamma(3.2) },
        { "beta", 0.3, 0.21 / 11, (ref Chance chance) => chance.Beta(0.3, 10) },
        { "coin", 0.2, 0.16, (ref Chance chance) => chance.Happens(0.2) ? 1 : 0 },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void Mean_and_variance_are_those_of_the_distribution(string name, double mean, double variance, Draw draw)
    {
        var drawn = Rows(name, draw);
        var average = drawn.Average();
        var spread = drawn.Sum(value => (value - average) * (value - average)) / (drawn.Length - 1);
        Assert.InRange(average, mean - (5 * Math.Sqrt(variance / Draws)), mean + (5 * Math.Sqrt(variance / Draws)));
        Assert.InRange(spread, variance * 0.92, variance * 1.08);
    }

    [Fact]
    public void Whole_numbers_are_as_likely_as_each_other()
    {
        var counts = new int[7];
        foreach (var value in Rows("below", (ref Chance chance) => chance.Below(7)))
        {
            counts[(int)value]++;
        }

        var expected = Draws / 7.0;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 0, 30);
    }

    [Fact]
    public void A_table_of_weights_draws_in_their_proportion()
    {
        double[] weights = [0, 1, 2, 3.5, 0.01, 10];
        var table = new AliasTable(weights);
        var counts = new int[weights.Length];
        foreach (var value in Rows("alias", (ref Chance chance) => table.Draw(ref chance)))
        {
            counts[(int)value]++;
        }

        Assert.Equal(0, counts[0]);
        for (var i = 1; i < weights.Length; i++)
        {
            var expected = Draws * weights[i] / weights.Sum();
            Assert.InRange(counts[i], expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected)));
        }
    }

    [Fact]
    public void The_mean_of_a_tail_that_is_cut_off_is_what_is_drawn() =>
        Gen.Select(Gen.Double[0.8, 2.5], Gen.Double[2, 200]).Sample((exponent, most) =>
        {
            var drawn = Rows("pareto", (ref Chance chance) => chance.Pareto(exponent, most));
            Assert.InRange(drawn.Min(), 1, most);
            Assert.InRange(drawn.Max(), 1, most * (1 + 1e-9));
            Assert.InRange(drawn.Average() / Distributions.ParetoMean(exponent, most), 0.93, 1.07);
        }, iter: 20, threads: 1);

    // Half of the draws lie below the median, and the quantile undoes the distribution: checked against symmetry and known points.
    [Fact]
    public void The_quantile_of_the_normal_distribution_is_right_at_known_points()
    {
        Assert.Equal(0, Quantile.OfNormal(0.5), 1e-15);
        Assert.Equal(1.959963984540054, Quantile.OfNormal(0.975), 1e-12);
        Assert.Equal(-3.090232306167813, Quantile.OfNormal(0.001), 1e-12);
        Assert.Equal(6.361340902404056, Quantile.OfNormal(1 - 1e-10), 1e-6);
        Gen.Double[1e-12, 0.5].Sample(probability => Assert.Equal(-Quantile.OfNormal(probability), Quantile.OfNormal(1 - probability), 1e-3));
    }

    // The row of a thing depends on its name and identity alone, and rows of neighbours have nothing in common.
    [Fact]
    public void Rows_of_neighbours_are_unrelated() => Gen.Select(Gen.ULong[0, ulong.MaxValue - 1], Gen.Long[0, 1_000_000], Gen.Long[0, 1000]).Sample((seed, first, second) =>
    {
        Assert.Equal(Chance.Of(seed, "a", first, second).Bits(), Chance.Of(seed, "a", first, second).Bits());
        ulong[] rows = [Chance.Of(seed, "a", first, second).Bits(), Chance.Of(seed, "b", first, second).Bits(), Chance.Of(seed, "a", first + 1, second).Bits(),
            Chance.Of(seed, "a", first, second + 1).Bits(), Chance.Of(seed, "a", second, first).Bits() ^ (first == second ? 1UL : 0), Chance.Of(seed + 1, "a", first, second).Bits()];
        Assert.Equal(rows.Length, rows.Distinct().Count());
    });

    private static double[] Rows(string name, Draw draw)
    {
        var drawn = new double[Draws];
        for (var i = 0; i < drawn.Length; i++)
        {
            var chance = Chance.Of(1, name, i);
            drawn[i] = draw(ref chance);
        }

        return drawn;
    }
}
