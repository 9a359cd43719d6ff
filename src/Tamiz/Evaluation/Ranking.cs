namespace Tamiz.Evaluation;

/// <summary>The area under the receiver operating characteristic.</summary>
public static class Ranking
{
    /// <summary>The area and its standard error after DeLong, DeLong and Clarke-Pearson (1988); not a number where one kind of outcome is missing.</summary>
    /// <param name="scores">Higher means riskier; ties count half.</param>
    /// <param name="outcomes">Whether an irregularity was found.</param>
    public static (double Auc, double Error) Auc(double[] scores, bool[] outcomes)
    {
        var hits = outcomes.Count(outcome => outcome);
        var misses = outcomes.Length - hits;
        if (hits == 0 || misses == 0)
        {
            return (double.NaN, double.NaN);
        }

        var all = Midranks(scores);
        var ofHits = Midranks([.. scores.Where((_, i) => outcomes[i])]);
        var ofMisses = Midranks([.. scores.Where((_, i) => !outcomes[i])]);
        var (hit, miss) = (0, 0);
        var placementsOfHits = new double[hits];
        var placementsOfMisses = new double[misses];
        for (var i = 0; i < scores.Length; i++)
        {
            if (outcomes[i])
            {
                placementsOfHits[hit] = (all[i] - ofHits[hit]) / misses;
                hit++;
            }
            else
            {
                placementsOfMisses[miss] = 1 - ((all[i] - ofMisses[miss]) / hits);
                miss++;
            }
        }

        var auc = placementsOfHits.Average();
        return (auc, Math.Sqrt((Variance(placementsOfHits) / hits) + (Variance(placementsOfMisses) / misses)));
    }

    private static double Variance(double[] values)
    {
        if (values.Length < 2)
        {
            return 0;
        }

        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    private static double[] Midranks(double[] scores)
    {
        var order = Enumerable.Range(0, scores.Length).ToArray();
        Array.Sort((double[])scores.Clone(), order);
        var ranks = new double[scores.Length];
        for (var i = 0; i < order.Length;)
        {
            var j = i;
            while (j + 1 < order.Length && scores[order[j + 1]].Equals(scores[order[i]]))
            {
                j++;
            }

            for (var k = i; k <= j; k++)
            {
                ranks[order[k]] = ((i + j) / 2.0) + 1;
            }

            i = j + 1;
        }

        return ranks;
    }
}
