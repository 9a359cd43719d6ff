using Tamiz.Simulation.Drawing;

namespace Tamiz.Simulation.Checking;

/// <summary>How straight the normal plot of values is.</summary>
internal static class NormalPlot
{
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
            var quantile = Quantile.OfNormal((i + 1 - 0.375) / (ordered.Length + 0.25));
            product += quantile * (ordered[i] - mean);
            quantiles2 += quantile * quantile;
            values2 += (ordered[i] - mean) * (ordered[i] - mean);
        }

        return product * product / (values2 * quantiles2);
    }
}
