namespace Tamiz.Integrity.Surveys.Estimates;

/// <summary>A weighted mean of a group and how sure it is.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Variance">Its variance, with the correction for a finite population.</param>
/// <param name="PlainVariance">The same without that correction.</param>
/// <param name="Degrees">Degrees of freedom.</param>
/// <param name="Answers">Respondents that it rests on.</param>
/// <param name="Effective">The same divided by Kish's design effect of their weights.</param>
/// <param name="Deviation">Weighted standard deviation of the values.</param>
internal sealed record MeanEstimate(double Mean, double Variance, double PlainVariance, double Degrees, int Answers, double Effective, double Deviation)
{
    /// <summary>
    /// The mean over <paramref name="members"/> as a ratio, linearised after Taylor; residuals are set against those of their post-stratum
    /// (respondents outside the group have none), whose size counts as fixed.
    /// </summary>
    /// <param name="weights">The weights of all respondents.</param>
    /// <param name="members">Who of them belongs to the group and has a value.</param>
    /// <param name="values">By respondent.</param>
    public static MeanEstimate Of(RespondentWeights weights, IReadOnlyList<int> members, double[] values)
    {
        double total = 0;
        double squares = 0;
        double sum = 0;
        foreach (var i in members)
        {
            var weight = weights.Weights[i];
            total += weight;
            squares += weight * weight;
            sum += weight * values[i];
        }

        var mean = sum / total;
        var spread = new double[weights.PostStrata.Length];
        var drift = new double[spread.Length];
        var present = new bool[spread.Length];
        double deviation = 0;
        foreach (var i in members)
        {
            var stratum = weights.PostStratum[i];
            var residual = weights.Weights[i] * (values[i] - mean) / total;
            spread[stratum] += residual * residual;
            drift[stratum] += residual;
            present[stratum] = true;
            deviation += weights.Weights[i] * (values[i] - mean) * (values[i] - mean) / total;
        }

        var (variance, plain, degrees) = Within(weights.PostStrata, spread, drift, present);
        return new(mean, variance, plain, Math.Min(degrees, members.Count - 1), members.Count, total * total / squares, Math.Sqrt(deviation));
    }

    /// <summary>Half the width of its interval by Student's t; 0 where there is one respondent only, of whom nothing is published.</summary>
    public double HalfWidth(double confidence) => Degrees < 1 ? 0 : StudentT.Distance(1 - confidence, Degrees) * Math.Sqrt(Variance);

    /// <summary>
    /// The interval of a share after Korn and Graubard: Clopper and Pearson's for the respondents that a simple random sample would have
    /// needed, at most those there are; its distances from the share are then shortened by the correction for a finite population.
    /// </summary>
    public (double Lower, double Upper) ShareInterval(double confidence)
    {
        var tails = 1 - confidence;
        var sample = PlainVariance > 0 ? Math.Min(Answers, Mean * (1 - Mean) / PlainVariance) : Effective;
        if (Degrees >= 1 && Answers > 1)
        {
            var ratio = StudentT.Distance(tails, Answers - 1) / StudentT.Distance(tails, Degrees);
            sample *= ratio * ratio;
        }

        var hits = Mean * sample;
        var low = hits <= 1e-12 ? 0 : BetaDistribution.Quantile(hits, sample - hits + 1, tails / 2);
        var high = sample - hits <= 1e-12 ? 1 : 1 - BetaDistribution.Quantile(sample - hits, hits + 1, tails / 2);
        var shortening = PlainVariance > 0 ? Math.Sqrt(Variance / PlainVariance) : 1;
        return (Mean - ((Mean - low) * shortening), Mean + ((high - Mean) * shortening));
    }

    private static (double Variance, double Plain, double Degrees) Within(PostStratum[] strata, double[] spread, double[] drift, bool[] present)
    {
        double variance = 0;
        double plain = 0;
        double degrees = 0;
        for (var g = 0; g < strata.Length; g++)
        {
            var n = strata[g].Respondents;
            if (!present[g] || n < 2)
            {
                continue;
            }

            var part = Math.Max(0, n / (n - 1.0) * (spread[g] - (drift[g] * drift[g] / n)));
            variance += strata[g].NotSampled * part;
            plain += part;
            degrees += n - 1;
        }

        return (variance, plain, degrees);
    }
}
