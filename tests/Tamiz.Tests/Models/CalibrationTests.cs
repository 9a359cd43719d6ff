using CsCheck;
using Tamiz.Models;
using Xunit;

namespace Tamiz.Tests.Models;

public sealed class CalibrationTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.6, -1)]
    [InlineData(1.5, 0.8)]
    public void It_recovers_the_slope_and_intercept_behind_the_outcomes(double slope, double intercept)
    {
        var random = new Random(7);
        var logOdds = Enumerable.Range(0, 40_000).Select(_ => (random.NextDouble() * 6) - 3).ToList();
        var outcomes = logOdds.Select(z => random.NextDouble() < Elementary.Sigmoid((slope * z) + intercept)).ToList();
        var fitted = Calibration.Fit(logOdds, outcomes);
        Assert.Equal(slope, fitted.Slope, 0.05);
        Assert.Equal(intercept, fitted.Intercept, 0.05);
    }

    [Fact]
    public void With_few_outcomes_of_a_kind_the_intercept_alone_is_fitted()
    {
        double[] logOdds = [.. Enumerable.Range(0, 200).Select(i => i / 100.0)];
        bool[] outcomes = [.. logOdds.Select((_, i) => i is > 0 and < 10)];
        var fitted = Calibration.Fit(logOdds, outcomes);
        Assert.Equal(1, fitted.Slope);
        Assert.Equal(10.0 / 11 * 9 / 200, logOdds.Average(z => Elementary.Sigmoid(z + fitted.Intercept)), 0.01);
    }

    [Fact]
    public void Scores_that_point_the_wrong_way_are_not_turned_round()
    {
        double[] logOdds = [.. Enumerable.Range(0, 400).Select(i => (i - 200) / 100.0)];
        Assert.Equal(1, Calibration.Fit(logOdds, [.. logOdds.Select(z => z < 0)]).Slope);
    }

    [Fact]
    public void With_nothing_to_fit_nothing_changes() => Assert.Equal(Calibration.None, Calibration.Fit([], []));

    [Fact]
    public void The_slope_is_always_positive_and_finite() => Gen.Select(Gen.Double[-30, 30], Gen.Bool).Array[0, 200].Sample(rows =>
    {
        var fitted = Calibration.Fit([.. rows.Select(row => row.Item1)], [.. rows.Select(row => row.Item2)]);
        Assert.True(fitted.Slope > 0 && double.IsFinite(fitted.Slope) && double.IsFinite(fitted.Intercept));
    });
}
