namespace Tamiz.Integrity.Surveys.Estimates;

/// <summary>Weights from several tables of the population, where their joint cells are not known.</summary>
internal static class Raking
{
    private const int MostRounds = 1000;
    private const double Near = 1e-10;

    /// <summary>
    /// Begins with equal weights and multiplies them, table after table, by what the cell should have over what it has, until after a round no
    /// cell of any table is off by more than 1e-10 of its persons. Where a thousand rounds do not do
    /// (no weights may exist that meet all margins), respondents count alike. Cells without respondents are spread over the
    /// others of their table in proportion.
    /// </summary>
    public static RespondentWeights Of(int count, IReadOnlyList<PopulationTable> tables, SortedSet<WeightingRemark> remarks)
    {
        var total = tables[0].Total;
        if (tables.Any(table => Math.Abs(table.Total - total) > 1e-9 * total))
        {
            remarks.Add(WeightingRemark.MarginsDisagree);
        }

        var targets = tables.Select(table => Targets(table, total)).ToArray();
        var weights = new double[count];
        Array.Fill(weights, total / count);
        var rounds = 0;
        var off = double.MaxValue;
        while (rounds < MostRounds && !(off <= Near))
        {
            for (var t = 0; t < tables.Count; t++)
            {
                var sums = Sums(tables[t], weights);
                for (var i = 0; i < count; i++)
                {
                    weights[i] *= targets[t][tables[t].CellOf[i]] / Math.Max(sums[tables[t].CellOf[i]], double.Epsilon);
                }
            }

            off = Enumerable.Range(0, tables.Count).Max(t => Off(Sums(tables[t], weights), targets[t]));
            rounds++;
        }

        if (!(off <= Near) || weights.Min() <= 0)
        {
            Array.Fill(weights, total / count);
            remarks.Add(WeightingRemark.NotConverged);
        }

        var effect = RespondentWeights.DesignEffect(weights);
        return new(weights, new int[count], [new(count, PostStratification.NotSampled(count, total))], new(
            WeightingMethod.Raked, 1, 0, rounds, effect, (int)(count / effect), [.. remarks]));
    }

    private static double[] Targets(PopulationTable table, double total)
    {
        double reached = 0;
        for (var g = 0; g < table.Persons.Length; g++)
        {
            reached += table.Respondents[g] > 0 ? table.Persons[g] : 0;
        }

        return [.. table.Persons.Select((persons, g) => table.Respondents[g] > 0 ? persons * total / reached : 0)];
    }

    private static double[] Sums(PopulationTable table, double[] weights)
    {
        var sums = new double[table.Persons.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            sums[table.CellOf[i]] += weights[i];
        }

        return sums;
    }

    private static double Off(double[] sums, double[] targets)
    {
        double most = 0;
        for (var g = 0; g < sums.Length; g++)
        {
            most = targets[g] > 0 ? Math.Max(most, Math.Abs(sums[g] - targets[g]) / targets[g]) : most;
        }

        return most;
    }
}
