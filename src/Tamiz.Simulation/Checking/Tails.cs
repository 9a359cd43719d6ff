using Tamiz.Simulation.Drawing;

namespace Tamiz.Simulation.Checking;

/// <summary>How heavy a tail is.</summary>
internal static class Tails
{
    private const int Resamples = 200;

    /// <summary>Hill's estimate (1975) of the tail index from the largest values: 1 is Zipf's law, below 2 the variance has no bound.</summary>
    /// <param name="values">Positive.</param>
    /// <param name="share">Share of the values that count as the tail; at least 20 do.</param>
    public static Measured Hill(double[] values, double share)
    {
        var ordered = values.OrderDescending().ToArray();
        var tail = Math.Max(20, (int)(ordered.Length * share));
        if (ordered.Length <= tail)
        {
            return Measured.None;
        }

        var threshold = Elementary.Log(ordered[tail]);
        var sum = 0.0;
        for (var i = 0; i < tail; i++)
        {
            sum += Elementary.Log(ordered[i]) - threshold;
        }

        var index = tail / sum;
        return Measured.Estimated(index, index / Math.Sqrt(tail));
    }

    /// <summary>The share of the sum that the largest values hold, with its interval by resampling (Efron 1979).</summary>
    /// <param name="values">Not negative.</param>
    /// <param name="share">Share of the values that count as the largest; rounded up to a whole number.</param>
    public static Measured TopShare(double[] values, double share)
    {
        if (values.Length == 0)
        {
            return Measured.None;
        }

        var again = new double[values.Length];
        var drawn = new double[Resamples];
        for (var round = 0; round < Resamples; round++)
        {
            var chance = Chance.Of(0, "resample", round);
            for (var i = 0; i < again.Length; i++)
            {
                again[i] = values[chance.Below(values.Length)];
            }

            drawn[round] = HeldByTop(again, share);
        }

        Array.Sort(drawn);
        return new Measured(HeldByTop((double[])values.Clone(), share), drawn[Resamples * 25 / 1000], drawn[(Resamples * 975 / 1000) - 1]);
    }

    private static double HeldByTop(double[] values, double share)
    {
        Array.Sort(values);
        var top = (int)Math.Ceiling(values.Length * share);
        var all = values.Sum();
        return all > 0 ? values.AsSpan(values.Length - top).ToArray().Sum() / all : double.NaN;
    }
}
