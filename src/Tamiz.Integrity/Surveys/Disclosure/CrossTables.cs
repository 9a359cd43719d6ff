namespace Tamiz.Integrity.Surveys.Disclosure;

/// <summary>Tables of counts of respondents by two strata.</summary>
internal static class CrossTables
{
    /// <summary>
    /// The wanted tables. Cells of fewer than k respondents are hidden, and so many others that each hidden cell can still have k + 1 values or
    /// more. A table that closes a ring with those before it (each pair of a ring bounds the others), or whose stratum lies within another
    /// and has categories that are withheld, is withheld whole.
    /// </summary>
    /// <param name="profiles">The kinds of respondents.</param>
    /// <param name="persons">By kind: respondents.</param>
    /// <param name="setting">The wanted tables and the least group.</param>
    /// <param name="margins">What is published of single strata.</param>
    public static IReadOnlyList<CrossTable> Of(SurveyProfiles profiles, int[] persons, SurveySetting setting, PublishedCells margins)
    {
        var ring = Earlier(profiles, setting).Aggregate(Enumerable.Range(0, profiles.Strata.Count).ToArray(), Joined);
        var tables = new List<CrossTable>();
        foreach (var crossing in setting.Crossings)
        {
            var (s, t) = (Position(profiles, crossing.Rows), Position(profiles, crossing.Columns));
            if (s < 0 || t < 0 || ring[s] == ring[t] || !margins.All || IsUnsafeWithin(profiles, persons, margins, s) || IsUnsafeWithin(profiles, persons, margins, t))
            {
                tables.Add(new(crossing.Rows, crossing.Columns, [], Withheld.Linked));
                continue;
            }

            ring = Joined(ring, (s, t));
            tables.Add(new(crossing.Rows, crossing.Columns, Cells(profiles, persons, setting.MinimumGroup, margins, (s, t)), Withheld.No));
        }

        return tables;
    }

    /// <summary>Which cells of a table with known margins stay hidden.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="always">Cells that are hidden in any case.</param>
    /// <param name="minimum">The fewest respondents of a cell, and the least width of what can be known of a hidden one.</param>
    public static bool[,] Hidden(int[,] counts, Func<int, int, bool> always, int minimum)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var hidden = new bool[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                hidden[r, c] = always(r, c) || counts[r, c] < minimum;
            }
        }

        while (Narrow(counts, hidden, minimum) is { } cell && Partner(counts, hidden, cell) is { } partner)
        {
            hidden[partner.Row, partner.Column] = true;
        }

        return hidden;
    }

    private static int[] Joined(int[] ring, (int First, int Second) pair) => [.. ring.Select(place => place == ring[pair.Second] ? ring[pair.First] : place)];

    // Pairs of strata that an earlier release crossed and this one does not.
    private static IEnumerable<(int First, int Second)> Earlier(SurveyProfiles profiles, SurveySetting setting) => setting.Released.Entries
        .Where(entry => entry.Round == setting.Round && entry.Population == setting.PopulationId && entry.Cell.Contains(';', StringComparison.Ordinal))
        .Select(entry => entry.Cell.Split(';').Select(part => part.Split('=')[0]).ToArray())
        .Where(pair => !setting.Crossings.Any(one => pair.Contains(one.Rows) && pair.Contains(one.Columns)))
        .Select(pair => (First: Position(profiles, pair[0]), Second: Position(profiles, pair[1])))
        .Where(pair => pair.First >= 0 && pair.Second >= 0).Distinct();

    private static (int Row, int Column)? Narrow(int[,] counts, bool[,] hidden, int minimum)
    {
        var bounds = new CellBounds(counts, hidden);
        for (var r = 0; r < counts.GetLength(0); r++)
        {
            for (var c = 0; c < counts.GetLength(1); c++)
            {
                if (hidden[r, c] && !IsEmpty(counts, r, c) && bounds.Of(r, c) is var (least, greatest) && greatest - least < minimum)
                {
                    return (r, c);
                }
            }
        }

        return null;
    }

    // The margins tell that there is nobody.
    private static bool IsEmpty(int[,] counts, int row, int column) =>
        Enumerable.Range(0, counts.GetLength(0)).All(r => counts[r, column] == 0) || Enumerable.Range(0, counts.GetLength(1)).All(c => counts[row, c] == 0);

    // The shown cell with the smallest count in its row or column, else in the table.
    private static (int Row, int Column)? Partner(int[,] counts, bool[,] hidden, (int Row, int Column) cell)
    {
        (int Far, int Count, int Row, int Column)? best = null;
        for (var r = 0; r < counts.GetLength(0); r++)
        {
            for (var c = 0; c < counts.GetLength(1); c++)
            {
                var one = (Far: r == cell.Row || c == cell.Column ? 0 : 1, counts[r, c], r, c);
                best = !hidden[r, c] && (best is null || one.CompareTo(best.Value) < 0) ? one : best;
            }
        }

        return best is { } found ? (found.Row, found.Column) : null;
    }

    private static List<CrossCell> Cells(SurveyProfiles profiles, int[] persons, int minimum, PublishedCells margins, (int Rows, int Columns) strata)
    {
        // Withheld categories are one row or column, of which the margins tell only the sum; it comes last.
        int[] rows = [.. Shown(profiles, margins, strata.Rows)];
        int[] columns = [.. Shown(profiles, margins, strata.Columns)];
        var counts = new int[rows.Length + 1, columns.Length + 1];
        for (var p = 0; p < persons.Length; p++)
        {
            counts[Place(rows, profiles.Of(p, strata.Rows)), Place(columns, profiles.Of(p, strata.Columns))] += persons[p];
        }

        var hidden = Hidden(counts, (r, c) => r == rows.Length || c == columns.Length, minimum);
        var cells = new List<CrossCell>();
        for (var r = 0; r <= profiles.Strata[strata.Rows].Categories.Count; r++)
        {
            for (var c = 0; c <= profiles.Strata[strata.Columns].Categories.Count; c++)
            {
                var (row, column) = (Place(rows, r), Place(columns, c));
                var given = !hidden[row, column];
                cells.Add(new(
                    profiles.Category(strata.Rows, r), profiles.Category(strata.Columns, c), given ? counts[row, column] : null, given ? Withheld.No : Withheld.Confidential));
            }
        }

        return cells;
    }

    private static IEnumerable<int> Shown(SurveyProfiles profiles, PublishedCells margins, int stratum) =>
        Enumerable.Range(0, profiles.Strata[stratum].Categories.Count + 1).Where(c => margins[stratum, c]);

    private static int Place(int[] shown, int category) => Array.IndexOf(shown, category) is var at and >= 0 ? at : shown.Length;

    private static int Position(SurveyProfiles profiles, string id) => profiles.Strata.Select(stratum => stratum.Id).ToList().IndexOf(id);

    // Another stratum's margins tell parts of what is withheld here.
    private static bool IsUnsafeWithin(SurveyProfiles profiles, int[] persons, PublishedCells margins, int stratum)
    {
        var kinds = Enumerable.Range(0, persons.Length).Where(p => persons[p] > 0).ToList();
        return kinds.Any(p => !margins[stratum, profiles.Of(p, stratum)]) && Enumerable.Range(0, profiles.Strata.Count).Any(other =>
            other != stratum
            && kinds.Select(p => profiles.Of(p, other)).Distinct().Count() > 1
            && kinds.GroupBy(p => profiles.Of(p, stratum)).All(group => group.Select(p => profiles.Of(p, other)).Distinct().Count() == 1));
    }
}
