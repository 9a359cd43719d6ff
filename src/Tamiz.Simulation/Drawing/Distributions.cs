namespace Tamiz.Simulation.Drawing;

/// <summary>Draws from distributions, by additions, multiplications, divisions and square roots alone, so that the bits are any machine's.</summary>
public static class Distributions
{
    private const double MostLikely = 1e6;

    /// <summary>A draw from the standard normal distribution.</summary>
    public static double Normal(ref this Chance chance) => Quantile.OfNormal(chance.Open());

    /// <summary>A draw whose logarithm is normal.</summary>
    /// <param name="chance">The row.</param>
    /// <param name="median">Half of the draws are below.</param>
    /// <param name="sigma">Spread of the logarithm.</param>
    public static double LogNormal(ref this Chance chance, double median, double sigma) => median * Elementary.Exp(sigma * chance.Normal());

    /// <summary>A draw from the exponential distribution.</summary>
    public static double Exponential(ref this Chance chance, double mean) => -mean * Elementary.Log(chance.Open());

    /// <summary>How often something happens that is expected <paramref name="mean"/> times, each time on its own.</summary>
    /// <param name="chance">The row.</param>
    /// <param name="mean">0 to a million; above 30 the normal approximation is used.</param>
    public static int Poisson(ref this Chance chance, double mean)
    {
        if (mean <= 0)
        {
            return 0;
        }

        mean = Math.Min(mean, MostLikely);
        if (mean > 30)
        {
            return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * chance.Normal())));
        }

        var limit = Elementary.Exp(-mean);
        var product = chance.Open();
        var count = 0;
        while (product > limit)
        {
            count++;
            product *= chance.Open();
        }

        return count;
    }

    /// <summary>Failures before the first success, so many on average.</summary>
    public static int Geometric(ref this Chance chance, double mean)
    {
        if (mean <= 0)
        {
            return 0;
        }

        return (int)Math.Min(1e6, Elementary.Log(chance.Open()) / Elementary.Log(mean / (1 + mean)));
    }

    /// <summary>A draw from the gamma distribution of scale 1 (Marsaglia and Tsang 2000).</summary>
    /// <param name="chance">The row.</param>
    /// <param name="shape">Above 0; also the mean.</param>
    public static double Gamma(ref this Chance chance, double shape)
    {
        if (shape < 1)
        {
            var boost = Elementary.Exp(Elementary.Log(chance.Open()) / shape);
            return chance.Gamma(shape + 1) * boost;
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = chance.Normal();
            var v = 1 + (c * x);
            v = v * v * v;
            if (v > 0 && Elementary.Log(chance.Open()) < (0.5 * x * x) + d - (d * v) + (d * Elementary.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>A share drawn from the beta distribution.</summary>
    /// <param name="chance">The row.</param>
    /// <param name="mean">Between 0 and 1, both excluded.</param>
    /// <param name="strength">Sum of both parameters, above 0: the higher, the closer to the mean.</param>
    public static double Beta(ref this Chance chance, double mean, double strength)
    {
        var a = chance.Gamma(mean * strength);
        var b = chance.Gamma((1 - mean) * strength);
        return a + b > 0 ? a / (a + b) : mean;
    }

    /// <summary>A draw from the Pareto distribution, cut off.</summary>
    /// <param name="chance">The row.</param>
    /// <param name="exponent">Of the tail, above 0.</param>
    /// <param name="most">The largest, with 1 as the smallest.</param>
    public static double Pareto(ref this Chance chance, double exponent, double most)
    {
        var cut = Power(most, -exponent);
        return Power(1 - (chance.Unit() * (1 - cut)), -1 / exponent);
    }

    /// <summary>Mean of what <see cref="Pareto"/> draws.</summary>
    public static double ParetoMean(double exponent, double most)
    {
        var cut = Power(most, -exponent);
        return exponent == 1
            ? Elementary.Log(most) / (1 - cut)
            : exponent / (exponent - 1) * (1 - Power(most, 1 - exponent)) / (1 - cut);
    }

    /// <summary>A positive number to a power.</summary>
    public static double Power(double x, double exponent) => Elementary.Exp(exponent * Elementary.Log(x));
}
