namespace Tamiz.Integrity.Surveys.Estimates;

/// <summary>Two independent means set against each other (Welch: their variances may differ).</summary>
/// <param name="Difference">Later less earlier.</param>
/// <param name="Error">Standard error of the difference.</param>
/// <param name="Degrees">Degrees of freedom after Welch and Satterthwaite.</param>
/// <param name="P">How often chance alone makes at least such a difference, both sides.</param>
/// <param name="EffectSize">The difference in standard deviations: the root of the mean of both variances of answers; 0 where there is no spread.</param>
/// <param name="Answers">The fewer answers of the two.</param>
internal sealed record WelchTest(double Difference, double Error, double Degrees, double P, double EffectSize, int Answers)
{
    public static WelchTest Of(MeanEstimate before, MeanEstimate after)
    {
        var difference = after.Mean - before.Mean;
        var variance = before.Variance + after.Variance;
        var spread = Math.Sqrt(((before.Deviation * before.Deviation) + (after.Deviation * after.Deviation)) / 2);
        var effect = spread > 0 ? difference / spread : 0;
        var answers = Math.Min(before.Answers, after.Answers);
        if (variance <= 0)
        {
            return new(difference, 0, Math.Max(1, answers - 1), difference == 0 ? 1 : 0, effect, answers);
        }

        var degrees = variance * variance
            / ((before.Variance * before.Variance / Math.Max(1, before.Degrees)) + (after.Variance * after.Variance / Math.Max(1, after.Degrees)));
        var error = Math.Sqrt(variance);
        return new(difference, error, degrees, StudentT.BothTails(difference / error, degrees), effect, answers);
    }

    /// <summary>Holm's correction: each p-value as large as it must be so that in the whole family a false one is as rare as stated.</summary>
    public static double[] Holm(IReadOnlyList<double> p)
    {
        var adjusted = new double[p.Count];
        double least = 0;
        var left = p.Count;
        foreach (var i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
        {
            least = Math.Max(least, Math.Min(1, left * p[i]));
            adjusted[i] = least;
            left--;
        }

        return adjusted;
    }

    /// <summary>
    /// The smallest change that would have been told apart from chance in <paramref name="power"/> of all cases, at the first, strictest step of
    /// the correction over a family.
    /// </summary>
    public double Detectable(double confidence, double power, int family) =>
        Error * (StudentT.Distance((1 - confidence) / family, Degrees) + StudentT.Distance(2 * (1 - power), Degrees));
}
