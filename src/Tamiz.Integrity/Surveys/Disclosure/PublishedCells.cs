namespace Tamiz.Integrity.Surveys.Disclosure;

/// <summary>Which groups an item may be published for, so that no sum that follows from them is of few persons or of persons who answer alike.</summary>
internal sealed class PublishedCells
{
    private readonly SurveyProfiles _profiles;
    private readonly AnswerGroup[] _groups;
    private readonly SurveySetting _setting;
    private readonly (double Low, double High)? _scale;
    private readonly IReadOnlyList<bool[]> _known;
    private readonly bool[][] _published;

    private PublishedCells(SurveyProfiles profiles, AnswerGroup[] groups, SurveySetting setting, (double Low, double High)? scale, IReadOnlyList<bool[]> known)
    {
        (_profiles, _groups, _setting, _scale, _known) = (profiles, groups, setting, scale, known);
        _published = [.. profiles.Strata.Select((stratum, s) => Enumerable.Range(0, stratum.Categories.Count + 1).Select(c => MayStand(Sum(p => profiles.Of(p, s) == c))).ToArray())];
    }

    /// <summary>Whether the figure of all respondents is published.</summary>
    public bool All { get; private set; }

    /// <summary>Whether the figure of a category is published.</summary>
    /// <param name="stratum">Position of the stratum.</param>
    /// <param name="category">Position of the category; the number of categories for those who did not state theirs.</param>
    public bool this[int stratum, int category] => All && _published[stratum][category];

    /// <summary>Finds them.</summary>
    /// <param name="profiles">The kinds of respondents.</param>
    /// <param name="groups">By kind: the answers.</param>
    /// <param name="setting">The least group and the limit of likeness.</param>
    /// <param name="scale">Lowest and highest answer; null where the item is a count, whose members cannot be alike.</param>
    /// <param name="known">Groups that were published before, by kind.</param>
    public static PublishedCells Of(
        SurveyProfiles profiles, AnswerGroup[] groups, SurveySetting setting, (double Low, double High)? scale, IReadOnlyList<bool[]> known)
    {
        var cells = new PublishedCells(profiles, groups, setting, scale, known);
        cells.All = cells.MayStand(cells.Sum(_ => true));
        while (cells.All && cells.Offence() is { } offence)
        {
            cells.Withhold(offence);
        }

        return cells;
    }

    // The category itself, or those that are withheld of its stratum, as one group.
    private int Coarse(int profile, int stratum) => _profiles.Of(profile, stratum) is var c && _published[stratum][c] ? c : -1;

    private AnswerGroup Sum(Func<int, bool> holds)
    {
        var sum = AnswerGroup.Empty;
        for (var p = 0; p < _groups.Length; p++)
        {
            sum = holds(p) ? sum + _groups[p] : sum;
        }

        return sum;
    }

    private bool MayStand(AnswerGroup group) => group.Count >= _setting.MinimumGroup && !IsTooAlike(group);

    private bool IsTooAlike(AnswerGroup group) => _scale is { } scale && group.Count < _setting.AlikeLimit && group.IsAlike(scale.Low, scale.High);

    // Kinds of respondents of whom too much follows; null where there are none.
    private Exposed? Offence()
    {
        for (var s = 0; s < _profiles.Strata.Count; s++)
        {
            var rest = s;
            var group = Sum(p => Coarse(p, rest) < 0);
            if (group.Count > 0 && !MayStand(group) && _published[s].Any(on => on))
            {
                return new(s, p => Coarse(p, rest) >= 0);
            }
        }

        return Leftover() ?? FewPersons();
    }

    // A group less those of another stratum that lie wholly in it.
    private Exposed? Leftover()
    {
        for (var s = 0; s < _profiles.Strata.Count; s++)
        {
            for (var t = 0; t < _profiles.Strata.Count; t++)
            {
                if (s != t && LeftoverOf(s, t) is { } kinds)
                {
                    return kinds;
                }
            }
        }

        return null;
    }

    private Exposed? LeftoverOf(int outer, int inner)
    {
        var holders = new Dictionary<int, HashSet<int>>();
        for (var p = 0; p < _groups.Length; p++)
        {
            if (_groups[p].Count > 0)
            {
                (holders.TryGetValue(Coarse(p, inner), out var set) ? set : holders[Coarse(p, inner)] = []).Add(Coarse(p, outer));
            }
        }

        foreach (var group in holders.Values.Where(set => set.Count == 1).Select(set => set.First()).Distinct().Order().ToList())
        {
            bool Left(int p) => Coarse(p, outer) == group && holders.TryGetValue(Coarse(p, inner), out var set) && set.Count > 1;
            var left = Sum(Left);
            if (left.Count > 0 && !MayStand(left))
            {
                return new(null, Left);
            }
        }

        return null;
    }

    private Exposed? FewPersons()
    {
        var categories = new List<(int Stratum, int Category)>();
        for (var s = 0; s < _published.Length; s++)
        {
            categories.AddRange(Enumerable.Range(0, _published[s].Length).Where(c => _published[s][c]).Select(c => (s, c)));
        }

        var kinds = new Dictionary<string, (long[] Column, int Persons, List<int> Profiles)>(StringComparer.Ordinal);
        for (var p = 0; p < _groups.Length; p++)
        {
            if (_groups[p].Count > 0)
            {
                long[] column = [1, .. categories.Select(one => _profiles.Of(p, one.Stratum) == one.Category ? 1L : 0), .. _known.Select(cell => cell[p] ? 1L : 0)];
                var key = string.Concat(column);
                var kind = kinds.GetValueOrDefault(key, (column, 0, []));
                kind.Profiles.Add(p);
                kinds[key] = (kind.Column, kind.Persons + _groups[p].Count, kind.Profiles);
            }
        }

        List<(long[] Column, int Persons, List<int> Profiles)> list = [.. kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => kind.Value)];
        var found = SmallGroups.Find([.. list.Select(kind => kind.Column)], [.. list.Select(kind => kind.Persons)], _setting.MinimumGroup);
        var exposed = found.SelectMany(at => list[at].Profiles).ToHashSet();
        return exposed.Count == 0 ? null : new(null, exposed.Contains);
    }

    // Of the published categories that hold one of the kinds that with the fewest answers; where none does, of all; where there is none, everything.
    private void Withhold(Exposed exposed)
    {
        if ((Smallest(exposed) ?? Smallest(new(exposed.Stratum, _ => true))) is { } cell)
        {
            _published[cell.Stratum][cell.Category] = false;
        }
        else
        {
            All = false;
        }
    }

    private (int Stratum, int Category)? Smallest(Exposed exposed)
    {
        var best = (Count: int.MaxValue, Stratum: -1, Category: -1);
        for (var s = 0; s < _published.Length; s++)
        {
            for (var c = 0; c < _published[s].Length; c++)
            {
                if (_published[s][c] && (exposed.Stratum is null || exposed.Stratum == s) && Holds(s, c, exposed.Kinds)
                    && Sum(p => _profiles.Of(p, s) == c).Count is var count && count < best.Count)
                {
                    best = (count, s, c);
                }
            }
        }

        return best.Stratum < 0 ? null : (best.Stratum, best.Category);
    }

    private bool Holds(int stratum, int category, Func<int, bool> kinds)
    {
        for (var p = 0; p < _groups.Length; p++)
        {
            if (_profiles.Of(p, stratum) == category && _groups[p].Count > 0 && kinds(p))
            {
                return true;
            }
        }

        return false;
    }

    // Whom too much follows of, and the stratum whose categories alone can hide them, where it is one.
    private sealed record Exposed(int? Stratum, Func<int, bool> Kinds);
}
