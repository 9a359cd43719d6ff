namespace Tamiz.Integrity.Surveys.Estimates;

/// <summary>One table of the population, with the respondents in its cells; the cells' order is that of the questionnaire's categories.</summary>
/// <param name="Keys">By cell: the positions of its categories; empty for the cell of those who belong to none, which comes last.</param>
/// <param name="Persons">By cell: persons.</param>
/// <param name="Respondents">By cell: respondents.</param>
/// <param name="CellOf">By respondent: the cell.</param>
internal sealed record PopulationTable(IReadOnlyList<int[]> Keys, double[] Persons, int[] Respondents, int[] CellOf)
{
    /// <summary>All its persons.</summary>
    public double Total => Persons.Sum();

    /// <summary>The population's tables, in the order in which they are first named; those with no persons at all are left out.</summary>
    public static IReadOnlyList<PopulationTable> All(AnswerTable answers, Population population, SortedSet<WeightingRemark> remarks)
    {
        var tables = new List<PopulationTable>();
        foreach (var cells in population.Cells.GroupBy(cell => string.Join('\n', cell.Categories.Keys.Order(StringComparer.Ordinal))))
        {
            var ids = cells.First().Categories.Keys.ToHashSet(StringComparer.Ordinal);
            var strata = answers.Strata.Where(stratum => ids.Contains(stratum.Id)).ToList();
            if (strata.Count < ids.Count || strata.Count == 0)
            {
                remarks.Add(WeightingRemark.UnknownCells);
            }
            else if (cells.Sum(cell => cell.Persons) > 0)
            {
                tables.Add(Of(answers.Count, strata, cells, remarks));
            }
        }

        return tables;
    }

    private static PopulationTable Of(int count, List<StratumColumn> strata, IEnumerable<PopulationCell> cells, SortedSet<WeightingRemark> remarks)
    {
        var persons = new SortedDictionary<int[], double>(Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        foreach (var cell in cells.Where(cell => cell.Persons > 0))
        {
            int[] key = [.. strata.Select(stratum => Position(stratum, cell.Categories[stratum.Id]))];
            persons[key] = persons.GetValueOrDefault(key) + cell.Persons;
            if (key.Contains(int.MaxValue))
            {
                remarks.Add(WeightingRemark.UnknownCells);
            }
        }

        List<int[]> keys = [.. persons.Keys, []];
        var places = persons.Keys.Select((key, place) => (key, place)).ToDictionary(pair => string.Join(',', pair.key), pair => pair.place, StringComparer.Ordinal);
        var respondents = new int[keys.Count];
        var cellOf = new int[count];
        for (var i = 0; i < count; i++)
        {
            cellOf[i] = places.GetValueOrDefault(string.Join(',', strata.Select(stratum => stratum.Codes[i])), keys.Count - 1);
            respondents[cellOf[i]]++;
        }

        return new(keys, WithOutsiders([.. persons.Values, 0], respondents, remarks), respondents, cellOf);
    }

    // Those who belong to no cell stand for as many persons as the average respondent, taken from all cells alike.
    private static double[] WithOutsiders(double[] persons, int[] respondents, SortedSet<WeightingRemark> remarks)
    {
        var total = persons.Sum();
        var all = respondents.Sum();
        if (respondents[^1] > 0)
        {
            remarks.Add(WeightingRemark.RespondentsOutsidePopulation);
        }

        var outside = all == 0 ? 0 : (double)respondents[^1] / all;
        persons = [.. persons.Select(number => number * (1 - outside))];
        persons[^1] = total * outside;
        for (var g = 0; g < persons.Length; g++)
        {
            if (respondents[g] == 0 && persons[g] > 0)
            {
                remarks.Add(WeightingRemark.CellsWithoutRespondents);
            }

            if (respondents[g] > persons[g] * (1 + 1e-12) && g < persons.Length - 1)
            {
                remarks.Add(WeightingRemark.MoreRespondentsThanPersons);
            }
        }

        if (all > total)
        {
            remarks.Add(WeightingRemark.MoreRespondentsThanPersons);
        }

        return persons;
    }

    // An unknown category comes after all known ones.
    private static int Position(StratumColumn stratum, string category)
    {
        for (var i = 0; i < stratum.Categories.Count; i++)
        {
            if (stratum.Categories[i] == category)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
