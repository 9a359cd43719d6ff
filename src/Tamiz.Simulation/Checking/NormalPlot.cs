namespace Tamiz.Simulation.Checking;

/// <summary>How straight the normal plot of values is.</summary>
internal static class NormalPlot
{
    // Coefficients of P. J. Acklam's rational approximation of the normal quantile (relative error below 1.15e-9).
    private static readonly double[] A = [-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00];
    private static readonly double[] B = [-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1];
    private static readonly double[] C = [-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00];
    private static readonly double[] D = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1];

    /// <summary>
    /// Shapiro and Francia's W′ (1972): the squared correlation of the ordered values with normal quantiles; 1 is a normal distribution.
    /// Unlike a test's p it does not fall only because there are many values.
    /// </summary>
    public static double Straightness(double[] values)
    {
        var ordered = values.Order().ToArray();
        if (ordered.Length < 20)
        {
            return double.NaN;
        }

        var mean = ordered.Average();
        double product = 0, values2 = 0, quantiles2 = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            var quantile = Quantile((i + 1 - 0.375) / (ordered.Length + 0.25));
            product += quantile * (ordered[i] - mean);
            quantiles2 += quantile * quantile;
            values2 += (ordered[i] - mean) * (ordered[i] - mean);
        }

        return product * product / (values2 * quantiles2);
    }

    /// <summary>The value that a standard normal variable stays below with a probability in (0, 1).</summary>
    public static double Quantile(double probability)
    {
        const double Low = 0.02425;
        if (probability > 0.5)
        {
            return -Quantile(1 - probability);
        }

        if (probability < Low)
        {
            var tail = Math.Sqrt(-2 * Elementary.Log(probability));
            return Polynomial(C, tail) / Polynomial(D, tail);
        }

        var centre = probability - 0.5;
        return Polynomial(A, centre * centre) * centre / Polynomial(B, centre * centre);
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
        {
            sum = (sum * x) + coefficient;
        }

        return sum;
    }
}
