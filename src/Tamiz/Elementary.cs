namespace Tamiz;

/// <summary>
/// Exponential and logarithm from additions, multiplications and divisions alone, in one fixed order, so that
/// their bits are the same on every processor (the functions of <see cref="Math"/> call the machine's library).
/// </summary>
public static class Elementary
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    private static readonly double[] InverseFactorial = Reciprocals(k => Factorial(k), 18);
    private static readonly double[] InverseOdd = Reciprocals(k => (2 * k) + 1, 14);

    /// <summary>e to the power of <paramref name="x"/>, within 2 units in the last place; 0 below -745, infinite above 709.78.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > 709.782712893384)
        {
            return double.PositiveInfinity;
        }

        if (x < -745.2)
        {
            return 0;
        }

        var k = Math.Round(x / (Ln2High + Ln2Low));
        var r = x - (k * Ln2High) - (k * Ln2Low);
        var sum = InverseFactorial[16];
        for (var i = 15; i >= 0; i--)
        {
            sum = (sum * r) + InverseFactorial[i];
        }

        return Math.ScaleB(sum, (int)k);
    }

    /// <summary>Natural logarithm, within 2 units in the last place; -∞ at 0, not a number below.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
        {
            return double.NaN;
        }

        if (x == 0)
        {
            return double.NegativeInfinity;
        }

        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        var exponent = Math.ILogB(x);
        var m = Math.ScaleB(x, -exponent);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        // log(1 + f) = f - (f²/2 - s(f²/2 + rest)) with s = f/(2 + f): the exact f leads, so that near 1 no digit is lost.
        var f = m - 1;
        var s = f / (2 + f);
        var s2 = s * s;
        var sum = InverseOdd[13];
        for (var i = 12; i >= 1; i--)
        {
            sum = (sum * s2) + InverseOdd[i];
        }

        var half = 0.5 * f * f;
        var small = (s * (half + (2 * s2 * sum))) + (exponent * Ln2Low);
        return (exponent * Ln2High) - (half - small - f);
    }

    /// <summary>Logarithm of the odds of a probability in (0, 1).</summary>
    public static double Logit(double probability) => Log(probability / (1 - probability));

    /// <summary>The probability whose log-odds are <paramref name="logOdds"/>.</summary>
    public static double Sigmoid(double logOdds)
    {
        if (logOdds >= 0)
        {
            return 1 / (1 + Exp(-logOdds));
        }

        var e = Exp(logOdds);
        return e / (1 + e);
    }

    /// <summary>2 to the power of <paramref name="x"/>.</summary>
    public static double Exp2(double x) => Exp(x * 0.6931471805599453);

    private static double[] Reciprocals(Func<int, double> of, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = 1 / of(i);
        }

        return values;
    }

    private static double Factorial(int n)
    {
        double product = 1;
        for (var i = 2; i <= n; i++)
        {
            product *= i;
        }

        return product;
    }
}
