namespace Tamiz.Simulation.Checking;

/// <summary>
/// How alike the declarations of one importer are: the share of the variance of fraud that lies between importers, by the analysis of
/// variance for groups of unequal size (Donner 1986; Ridout, Demétrio and Firth 1999). 0: an importer's past says nothing.
/// </summary>
internal static class IntraclassCorrelation
{
    /// <summary>The correlation over groups of at least two.</summary>
    /// <param name="sizes">Declarations of each importer.</param>
    /// <param name="hits">Fraudulent ones among them.</param>
    public static Measured Of(ReadOnlySpan<int> sizes, ReadOnlySpan<int> hits)
    {
        var sums = new Jackknife(5);
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] < 2)
            {
                continue;
            }

            var block = sums.Of(i);
            block[0]++;
            block[1] += sizes[i];
            block[2] += (double)sizes[i] * sizes[i];
            block[3] += hits[i];
            block[4] += (double)hits[i] * hits[i] / sizes[i];
        }

        return sums.Measure(Statistic);
    }

    private static double Statistic(double[] sums)
    {
        var (groups, n, squares, hits, between) = (sums[0], sums[1], sums[2], sums[3], sums[4]);
        var betweenGroups = (between - (hits * hits / n)) / (groups - 1);
        var withinGroups = (hits - between) / (n - groups);
        var size = (n - (squares / n)) / (groups - 1);
        return (betweenGroups - withinGroups) / (betweenGroups + ((size - 1) * withinGroups));
    }
}
