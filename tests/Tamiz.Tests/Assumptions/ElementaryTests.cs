using Xunit;

namespace Tamiz.Tests.Assumptions;

public class ElementaryTests
{
    private const int Points = 100_000;
    private const long Within = 2;

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(-40, 40)]
    [InlineData(-707, 709)]
    public void Exp_is_within_2_units_in_the_last_place(double low, double high) =>
        Close(Spread(low, high), Elementary.Exp, Math.Exp);

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.99, 1.01)]
    [InlineData(1e-12, 1)]
    [InlineData(1, 1e15)]
    public void Log_is_within_2_units_in_the_last_place(double low, double high) =>
        Close(Spread(low, high), Elementary.Log, Math.Log);

    [Fact]
    public void Log_is_within_2_units_over_all_magnitudes() =>
        Close(Spread(-1074, 1023.9).Select(power => Math.Pow(2, power)), Elementary.Log, Math.Log);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(710, double.PositiveInfinity)]
    [InlineData(-746, 0)]
    public void Exp_is_exact_at(double x, double expected) => Assert.Equal(expected, Elementary.Exp(x));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Log_is_exact_at(double x, double expected) => Assert.Equal(expected, Elementary.Log(x));

    [Fact]
    public void Zero_with_a_sign_is_zero()
    {
        Assert.Equal(double.NegativeInfinity, Elementary.Log(-0.0));
        Assert.Equal(1, Elementary.Exp(-0.0));
    }

    [Fact]
    public void The_smallest_powers_are_within_one_step_of_zero()
    {
        foreach (var x in Spread(-745.2, -707))
        {
            Assert.InRange(Math.Abs(Elementary.Exp(x) - Math.Exp(x)), 0, Math.Max(Math.Exp(x) * 1e-15, double.Epsilon));
        }
    }

    [Fact]
    public void The_odds_of_a_probability_lead_back_to_it()
    {
        Assert.Equal(0.5, Elementary.Sigmoid(0));
        Assert.Equal(0, Elementary.Logit(0.5));
        foreach (var probability in Spread(1e-9, 1 - 1e-9))
        {
            Assert.Equal(probability, Elementary.Sigmoid(Elementary.Logit(probability)), 1e-14);
        }
    }

    private static IEnumerable<double> Spread(double low, double high) =>
        Enumerable.Range(0, Points + 1).Select(i => low + ((high - low) * i / Points));

    private static void Close(IEnumerable<double> points, Func<double, double> actual, Func<double, double> expected)
    {
        var worst = points.Select(x => (X: x, Steps: Math.Abs(Ordinal(actual(x)) - Ordinal(expected(x))))).MaxBy(point => point.Steps);
        Assert.True(worst.Steps <= Within, $"{worst.Steps} units at {worst.X:R}: {actual(worst.X):R}, expected {expected(worst.X):R}");
    }

    // Doubles in their order, one step apart; both zeros are 0.
    private static long Ordinal(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        return bits < 0 ? long.MinValue - bits : bits;
    }
}
