using CsCheck;
using Tamiz.Models;
using Xunit;

namespace Tamiz.Tests.Models;

public sealed class ShrunkLogisticTests
{
    private const int Width = 3;

    private static readonly Gen<(float[] Signals, bool Hit)> Row =
        Gen.Select(Gen.Double[-2, 2], Gen.Double[0, 1], Gen.Int[0, 2], Gen.Double[0, 1], (a, b, c, draw) =>
            (new[] { (float)a, (float)b, c }, draw < Elementary.Sigmoid(a - b + (0.5 * c) - 0.5)));

    private static readonly Gen<((float[] Signals, bool Hit)[] Rows, double[] Toward, double Strength)> Problems =
        Gen.Select(Row.Array[20, 120], Gen.Double[-1, 1].Array[Width], Gen.Double[0.5, 80]);

    [Fact]
    public void At_the_solution_the_penalised_likelihood_has_no_slope() => Problems.Sample(problem =>
    {
        var (rows, outcomes) = Split(problem.Rows);
        var (bias, weights) = ShrunkLogistic.Fit(rows, outcomes, problem.Toward, problem.Strength);
        var parameters = (double[])[bias, .. weights];
        for (var i = 0; i <= Width; i++)
        {
            Assert.Equal(0, Slope(problem.Rows, problem.Toward, problem.Strength, parameters, i), 1e-3);
        }
    }, iter: 100);

    [Fact]
    public void More_strength_never_moves_further_from_the_experts() => Problems.Sample(problem =>
    {
        var (rows, outcomes) = Split(problem.Rows);
        var loose = Off(ShrunkLogistic.Fit(rows, outcomes, problem.Toward, problem.Strength).Weights);
        var tight = Off(ShrunkLogistic.Fit(rows, outcomes, problem.Toward, problem.Strength * 10).Weights);
        Assert.True(tight <= loose + 1e-9);
        double Off(double[] weights) => Enumerable.Range(0, Width).Sum(j => Penalty(problem.Rows, j) * (weights[j] - problem.Toward[j]) * (weights[j] - problem.Toward[j]));
    }, iter: 100);

    [Theory]
    [InlineData(4)]
    [InlineData(0.01)]
    public void Separable_data_do_not_run_away(double strength)
    {
        var rows = Enumerable.Range(-50, 101).Select(i => new[] { i / 10f, i > 0 ? 1f : 0f }).ToList();
        var outcomes = rows.Select(row => row[0] > 0).ToList();
        var (bias, weights) = ShrunkLogistic.Fit(rows, outcomes, [0.5, 0.5], strength);
        Assert.All([bias, .. weights], number => Assert.True(double.IsFinite(number) && Math.Abs(number) < 60));
        Assert.True(weights[0] > 0);
    }

    [Fact]
    public void A_signal_that_never_varies_keeps_the_weight_given()
    {
        float[][] rows = [[1, 0], [2, 0], [3, 0], [4, 0]];
        Assert.Equal(0.7, ShrunkLogistic.Fit(rows, [false, true, false, true], [0.1, 0.7], 4).Weights[1]);
    }

    [Fact]
    public void A_rising_signal_never_gets_a_negative_weight_and_the_others_are_fitted_without_it() => Problems.Sample(problem =>
    {
        var (rows, outcomes) = Split(problem.Rows);
        var toward = problem.Toward.Select(Math.Abs).ToArray();
        var free = ShrunkLogistic.Fit(rows, outcomes, toward, problem.Strength);
        var rising = ShrunkLogistic.Fit(rows, outcomes, toward, [true, true, true], problem.Strength);
        Assert.All(rising.Weights, weight => Assert.True(weight >= 0));
        if (free.Weights.All(weight => weight >= 0))
        {
            Assert.Equal(free.Weights, rising.Weights);
        }

        var parameters = (double[])[rising.Bias, .. rising.Weights];
        foreach (var i in Enumerable.Range(0, Width + 1).Where(i => i == 0 || rising.Weights[i - 1] > 0))
        {
            Assert.Equal(0, Slope(problem.Rows, toward, problem.Strength, parameters, i), 1e-3);
        }
    }, iter: 100);

    [Fact]
    public void The_same_data_give_the_same_bits() => Problems.Sample(problem =>
    {
        var (rows, outcomes) = Split(problem.Rows);
        Assert.Equal(ShrunkLogistic.Fit(rows, outcomes, problem.Toward, 4).Weights, ShrunkLogistic.Fit(rows, outcomes, problem.Toward, 4).Weights);
    }, iter: 30);

    private static (List<float[]> Rows, List<bool> Outcomes) Split((float[] Signals, bool Hit)[] rows) =>
        ([.. rows.Select(row => row.Signals)], [.. rows.Select(row => row.Hit)]);

    /// <summary>Slope of the penalised log-likelihood by central differences.</summary>
    private static double Slope((float[] Signals, bool Hit)[] rows, double[] toward, double strength, double[] at, int parameter)
    {
        const double Step = 1e-5;
        return (Likelihood(rows, toward, strength, Moved(Step)) - Likelihood(rows, toward, strength, Moved(-Step))) / (2 * Step);
        double[] Moved(double step) => [.. at.Select((value, i) => i == parameter ? value + step : value)];
    }

    private static double Likelihood((float[] Signals, bool Hit)[] rows, double[] toward, double strength, double[] parameters)
    {
        double sum = 0;
        foreach (var (signals, hit) in rows)
        {
            var z = parameters[0] + signals.Select((signal, j) => signal * parameters[j + 1]).Sum();
            sum -= Math.Log(1 + Math.Exp(hit ? -z : z));
        }

        for (var j = 0; j < Width; j++)
        {
            var off = parameters[j + 1] - toward[j];
            sum -= Spread(rows, j) > 1e-9 ? strength * Penalty(rows, j) * off * off / 2 : 0;
        }

        return sum;
    }

    private static double Penalty((float[] Signals, bool Hit)[] rows, int j) => 0.25 + (Spread(rows, j) * Spread(rows, j));

    private static double Spread((float[] Signals, bool Hit)[] rows, int j)
    {
        var mean = rows.Average(row => (double)row.Signals[j]);
        return Math.Sqrt(rows.Average(row => (row.Signals[j] - mean) * (row.Signals[j] - mean)));
    }
}
