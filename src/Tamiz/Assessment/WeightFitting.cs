using Tamiz.Models;

namespace Tamiz.Assessment;

/// <summary>Makes the weights that an assessment uses: the experts' alone, or fitted on past findings and shrunk toward them.</summary>
public static class WeightFitting
{
    /// <summary>Irregularities below which the experts' weights stand and only the base is fitted.</summary>
    public const int MinHits = 50;

    // Chosen on wildlife lines of 2018 (docs/reference/effectiveness.md): with few irregularities, looser weights follow chance; with many it hardly matters.
    private const double Strength = 60;
    private const double WarmUp = 0.15;
    private const double CalibrationShare = 0.2;

    /// <summary>The experts' weights, with the register's base share.</summary>
    public static AdditiveModel Expert(IReadOnlyList<Indicator> indicators, RiskArea area) => new(
        area.Id, Codes(indicators), [.. indicators.Select(indicator => indicator.ExpertWeight)], Elementary.Logit((double)area.BaseShare), Calibration.None, null);

    /// <summary>
    /// Weights fitted on the earlier four fifths of the samples (the first ones, when history was still empty, left out) and calibrated
    /// on the latest fifth. A higher rate of findings never lowers the risk.
    /// </summary>
    /// <param name="indicators">The indicators.</param>
    /// <param name="area">Risk area of the findings.</param>
    /// <param name="samples">In the order of lodgement.</param>
    public static AdditiveModel Fit(IReadOnlyList<Indicator> indicators, RiskArea area, IReadOnlyList<TrainingSample> samples)
    {
        var hits = samples.Count(sample => sample.NonCompliant);
        if (samples.Count == 0)
        {
            return Expert(indicators, area);
        }

        var expert = indicators.Select(indicator => indicator.ExpertWeight).ToArray();
        var start = (int)(samples.Count * WarmUp);
        var split = (int)(samples.Count * (1 - CalibrationShare));
        var learnt = samples.Skip(start).Take(split - start).ToList();
        var later = samples.Skip(split).ToList();
        var enough = learnt.Count(sample => sample.NonCompliant) >= MinHits;
        var (bias, weights) = enough
            ? ShrunkLogistic.Fit([.. learnt.Select(sample => sample.Signals)], [.. learnt.Select(sample => sample.NonCompliant)], expert,
                [.. indicators.Select(indicator => indicator.Phrase == "findings")], Strength)
            : (Elementary.Logit((hits + 0.5) / (samples.Count + 1)), expert);
        var calibration = Calibration.Fit([.. later.Select(sample => LogOdds(sample.Signals, weights, bias))], [.. later.Select(sample => sample.NonCompliant)]);
        return new AdditiveModel(area.Id, Codes(indicators), weights, bias, calibration,
            new TrainingSummary(samples.Count, hits, samples[0].LodgedOn, samples[^1].LodgedOn, samples[Math.Min(split, samples.Count - 1)].LodgedOn));
    }

    private static string[] Codes(IReadOnlyList<Indicator> indicators) => [.. indicators.Select(indicator => indicator.Code)];

    private static double LogOdds(float[] signals, double[] weights, double bias)
    {
        var sum = bias;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * signals[i];
        }

        return sum;
    }
}
