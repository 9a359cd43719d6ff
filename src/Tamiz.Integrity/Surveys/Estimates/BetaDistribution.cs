namespace Tamiz.Integrity.Surveys.Estimates;

/// <summary>The beta distribution, from which Student's t and exact intervals of shares follow; the same bits on every machine.</summary>
internal static class BetaDistribution
{
    // Lanczos' approximation of the gamma function with g = 7 and nine terms; relative error below 1e-14.
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>Logarithm of the gamma function of a number above 0.</summary>
    public static double LogGamma(double x)
    {
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        var t = x + 6.5;
        return 0.91893853320467274 + ((x - 0.5) * Elementary.Log(t)) - t + Elementary.Log(sum);
    }

    /// <summary>Share of the distribution below <paramref name="x"/>: the regularised incomplete beta function.</summary>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    /// <param name="x">0 to 1.</param>
    public static double Below(double a, double b, double x) => x <= 0 ? 0 : x >= 1 ? 1
        : x < (a + 1) / (a + b + 2) ? Front(a, b, x) * Fraction(a, b, x) / a : 1 - (Front(b, a, 1 - x) * Fraction(b, a, 1 - x) / b);

    /// <summary>The number below which lies the share <paramref name="share"/>.</summary>
    public static double Quantile(double a, double b, double share)
    {
        double low = 0;
        double high = 1;
        for (var i = 0; i < 100 && high - low > 1e-16; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(a, b, middle) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Front(double a, double b, double x) =>
        Elementary.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Elementary.Log(x)) + (b * Elementary.Log(1 - x)));

    // The continued fraction of the incomplete beta function by Lentz' method.
    private static double Fraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        double c = 1;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; m <= 10_000; m++)
        {
            var even = m * (b - m) * x / ((a - 1 + (2 * m)) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + 1 + (2 * m)));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return h;

        static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }
}
