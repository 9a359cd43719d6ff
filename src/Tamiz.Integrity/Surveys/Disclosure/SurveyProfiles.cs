namespace Tamiz.Integrity.Surveys.Disclosure;

/// <summary>The kinds of respondents: those who say the same of themselves in all background questions.</summary>
/// <param name="Strata">The background questions.</param>
/// <param name="Kinds">By kind: the positions of its categories; where one was not stated, the number of categories.</param>
/// <param name="KindOf">By respondent: the kind.</param>
internal sealed record SurveyProfiles(IReadOnlyList<StratumColumn> Strata, IReadOnlyList<int[]> Kinds, int[] KindOf)
{
    /// <summary>The kinds among some answers.</summary>
    public static SurveyProfiles Of(AnswerTable answers)
    {
        var kinds = new List<int[]>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var kindOf = new int[answers.Count];
        for (var i = 0; i < answers.Count; i++)
        {
            int[] kind = [.. answers.Strata.Select(stratum => stratum.Codes[i] < 0 ? stratum.Categories.Count : stratum.Codes[i])];
            var key = string.Join(',', kind);
            if (!places.TryGetValue(key, out kindOf[i]))
            {
                kindOf[i] = places[key] = kinds.Count;
                kinds.Add(kind);
            }
        }

        return new(answers.Strata, kinds, kindOf);
    }

    /// <summary>Position of a kind's category in a stratum.</summary>
    public int Of(int kind, int stratum) => Kinds[kind][stratum];

    /// <summary>Id of a category; empty for those who did not state theirs.</summary>
    public string Category(int stratum, int category) => category < Strata[stratum].Categories.Count ? Strata[stratum].Categories[category] : "";

    /// <summary>How a category is written in the log.</summary>
    public string Cell(int stratum, int category) => $"{Strata[stratum].Id}={Category(stratum, category)}";

    /// <summary>The groups of a single stratum that were published of a table before, by kind; categories that there are no more hold nobody.</summary>
    public IReadOnlyList<bool[]> Known(SurveySetting setting, string table)
    {
        var names = Kinds.Select(kind => Strata.Select((_, s) => Cell(s, kind[s])).ToHashSet(StringComparer.Ordinal)).ToList();
        return [.. setting.Released.Entries
            .Where(entry => entry.Round == setting.Round && entry.Population == setting.PopulationId && entry.Table == table && entry.Cell.Length > 0 && !entry.Cell.Contains(';', StringComparison.Ordinal))
            .Select(entry => entry.Cell).Distinct()
            .Select(cell => names.Select(kind => kind.Contains(cell)).ToArray())];
    }

    /// <summary>By kind: the values of those who have one.</summary>
    public AnswerGroup[] Groups(double[] values)
    {
        var groups = new AnswerGroup[Kinds.Count];
        Array.Fill(groups, AnswerGroup.Empty);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                groups[KindOf[i]] += AnswerGroup.Of(values[i]);
            }
        }

        return groups;
    }
}
