namespace Tamiz.Integrity.Surveys.Estimates;

/// <summary>Weights from one table of the population.</summary>
internal static class PostStratification
{
    /// <summary>
    /// Within each post-stratum, persons divided by respondents. While a post-stratum has fewer respondents than the minimum, the one with the
    /// fewest (the first of them) is joined with the neighbour in the questionnaire's order that shares more leading categories with it; of
    /// two alike with the one of fewer respondents, then with the one before it.
    /// </summary>
    public static RespondentWeights Of(int count, PopulationTable table, int minimum, SortedSet<WeightingRemark> remarks)
    {
        var runs = Joined(table, Math.Max(2, minimum));
        var place = new int[table.Keys.Count];
        for (var run = 0; run < runs.Count; run++)
        {
            Array.Fill(place, run, runs[run].First, runs[run].Last - runs[run].First + 1);
        }

        var weights = new double[count];
        var postStratum = new int[count];
        for (var i = 0; i < count; i++)
        {
            postStratum[i] = place[table.CellOf[i]];
            weights[i] = runs[postStratum[i]].Persons / runs[postStratum[i]].Respondents;
        }

        var effect = RespondentWeights.DesignEffect(weights);
        var joined = table.Persons.Where((persons, g) => persons > 0 || table.Respondents[g] > 0).Count() - runs.Count;
        return new(weights, postStratum, [.. runs.Select(run => new PostStratum(run.Respondents, NotSampled(run.Respondents, run.Persons)))], new(
            WeightingMethod.PostStratified, runs.Count, joined, 0, effect, (int)(count / effect), [.. remarks]));
    }

    /// <summary>The share of persons who did not respond; 1, so no correction, where more responded than there are.</summary>
    public static double NotSampled(int respondents, double persons) =>
        respondents > persons * (1 + 1e-12) ? 1 : Math.Max(0, 1 - (respondents / persons));

    private static List<Run> Joined(PopulationTable table, int minimum)
    {
        var runs = new List<Run>();
        for (var g = 0; g < table.Keys.Count; g++)
        {
            if (table.Persons[g] > 0 || table.Respondents[g] > 0)
            {
                runs.Add(new(g, g, table.Persons[g], table.Respondents[g]));
            }
        }

        while (runs.Count > 1 && runs.MinBy(run => run.Respondents)!.Respondents < minimum)
        {
            var at = runs.IndexOf(runs.MinBy(run => run.Respondents)!);
            var with = Neighbour(table, runs, at);
            var (first, last) = (runs[Math.Min(at, with)], runs[Math.Max(at, with)]);
            runs[Math.Min(at, with)] = new(first.First, last.Last, first.Persons + last.Persons, first.Respondents + last.Respondents);
            runs.RemoveAt(Math.Max(at, with));
        }

        return runs;
    }

    private static int Neighbour(PopulationTable table, List<Run> runs, int at)
    {
        if (at == 0 || at == runs.Count - 1)
        {
            return at == 0 ? 1 : at - 1;
        }

        var before = Shared(table.Keys[runs[at - 1].Last], table.Keys[runs[at].First]);
        var after = Shared(table.Keys[runs[at].Last], table.Keys[runs[at + 1].First]);
        return before != after ? before > after ? at - 1 : at + 1 : runs[at + 1].Respondents < runs[at - 1].Respondents ? at + 1 : at - 1;
    }

    private static int Shared(int[] a, int[] b) => a.AsSpan().CommonPrefixLength(b);

    // Cells in a row that make one post-stratum.
    private sealed record Run(int First, int Last, double Persons, int Respondents);
}
