namespace Tamiz.Simulation.Checking;

/// <summary>
/// Two scores of the same rows: areas under the receiver operating characteristic, and their difference with its interval after DeLong,
/// DeLong and Clarke-Pearson (1988), which knows that both judge the same rows.
/// </summary>
internal static class PairedRanking
{
    /// <summary>How much larger the area of the first score is.</summary>
    public static Measured Difference(double[] first, double[] second, bool[] outcomes)
    {
        var (a, b) = (new Placements(first, outcomes), new Placements(second, outcomes));
        if (a.OfHits.Length < 2 || a.OfMisses.Length < 2)
        {
            return Measured.None;
        }

        var variance = (VarianceOfDifference(a.OfHits, b.OfHits) / a.OfHits.Length) + (VarianceOfDifference(a.OfMisses, b.OfMisses) / a.OfMisses.Length);
        return Measured.Estimated(a.OfHits.Average() - b.OfHits.Average(), Math.Sqrt(variance));
    }

    private static double VarianceOfDifference(double[] first, double[] second)
    {
        var mean = first.Average() - second.Average();
        var squares = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            var off = first[i] - second[i] - mean;
            squares += off * off;
        }

        return squares / (first.Length - 1);
    }

    /// <summary>For each hit the share of misses below it, and for each miss the share of hits above it; ties count half.</summary>
    private sealed class Placements
    {
        public Placements(double[] scores, bool[] outcomes)
        {
            var hits = scores.Where((_, i) => outcomes[i]).ToArray();
            var misses = scores.Where((_, i) => !outcomes[i]).ToArray();
            OfHits = SharesBelow(hits, misses);
            OfMisses = [.. SharesBelow(misses, hits).Select(share => 1 - share)];
        }

        public double[] OfHits { get; }

        public double[] OfMisses { get; }

        private static double[] SharesBelow(double[] of, double[] among)
        {
            var ordered = among.Order().ToArray();
            return [.. of.Select(score => (LowerBound(ordered, score) + UpperBound(ordered, score)) / (2.0 * ordered.Length))];
        }

        private static int LowerBound(double[] ordered, double score) => Bound(ordered, value => value < score);

        private static int UpperBound(double[] ordered, double score) => Bound(ordered, value => value <= score);

        private static int Bound(double[] ordered, Func<double, bool> below)
        {
            var (from, to) = (0, ordered.Length);
            while (from < to)
            {
                var middle = (from + to) / 2;
                (from, to) = below(ordered[middle]) ? (middle + 1, to) : (from, middle);
            }

            return from;
        }
    }
}
