namespace Tamiz.Integrity.Surveys.Disclosure;

/// <summary>
/// Whether published sums, added and subtracted with any factors, leave a sum that rests on fewer persons than a group may have. In words of
/// linear algebra: whether the row space of the published groups holds a vector, not zero, whose support has fewer than k persons; that is so
/// exactly where the persons outside that support no longer span all columns.
/// </summary>
internal sealed class SmallGroups
{
    // A search beyond it counts as not shown safe.
    private const int MostNodes = 400;

    private readonly long[][] _columns;
    private readonly int[] _persons;
    private readonly int _width;
    private readonly int _full;
    private int _nodes;
    private IReadOnlyList<int> _found = [];

    private SmallGroups(long[][] columns, int[] persons, int width, int full) => (_columns, _persons, _width, _full) = (columns, persons, width, full);

    /// <summary>Positions of kinds that together make such a support; empty where there is none.</summary>
    /// <param name="columns">By kind of person: which published groups hold it, 1 or 0.</param>
    /// <param name="persons">By kind: how many there are.</param>
    /// <param name="minimum">The fewest persons of a group.</param>
    public static IReadOnlyList<int> Find(IReadOnlyList<long[]> columns, IReadOnlyList<int> persons, int minimum)
    {
        var width = columns[0].Length;
        var fixedKinds = new FieldBasis(width);
        var light = new List<int>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (persons[i] < minimum)
            {
                light.Add(i);
            }
            else
            {
                fixedKinds.Add(columns[i]);
            }
        }

        // Those of most persons first.
        light = [.. light.OrderByDescending(i => persons[i])];
        var all = fixedKinds.Copy();
        foreach (var i in light)
        {
            all.Add(columns[i]);
        }

        var search = new SmallGroups([.. light.Select(i => columns[i])], [.. light.Select(i => persons[i])], width, all.Rank);
        var found = search.Search(new bool[light.Count], fixedKinds, minimum - 1) ? search._found : [];
        return [.. found.Select(i => light[i])];
    }

    private bool Search(bool[] taken, FieldBasis outside, int budget)
    {
        var spanning = new List<int>();
        var basis = outside.Copy();
        for (var i = 0; i < _columns.Length && basis.Rank < _full; i++)
        {
            if (!taken[i] && basis.Add(_columns[i]))
            {
                spanning.Add(i);
            }
        }

        if (basis.Rank < _full || ++_nodes > MostNodes)
        {
            var beyond = basis.Rank == _full;
            _found = [.. Enumerable.Range(0, taken.Length).Where(i => taken[i] || beyond)];
            return true;
        }

        return budget > 0 && !Spanned(taken, outside, budget + 1) && Branch(spanning, taken, outside, budget);
    }

    // A small support must meet every spanning set: it takes one of this one's kinds, and not those tried before it.
    private bool Branch(List<int> spanning, bool[] taken, FieldBasis outside, int budget)
    {
        var tried = outside.Copy();
        foreach (var i in spanning)
        {
            if (_persons[i] <= budget)
            {
                taken[i] = true;
                if (Search(taken, tried, budget - _persons[i]))
                {
                    return true;
                }

                taken[i] = false;
            }

            tried.Add(_columns[i]);
        }

        return false;
    }

    // As many spanning sets without a person in common: a support has a person of each.
    private bool Spanned(bool[] taken, FieldBasis outside, int times)
    {
        var left = (int[])_persons.Clone();
        for (var round = 0; round < times; round++)
        {
            var basis = outside.Copy();
            foreach (var i in Enumerable.Range(0, left.Length).Where(i => !taken[i] && left[i] > 0).OrderByDescending(i => left[i]))
            {
                if (basis.Rank == _full)
                {
                    break;
                }

                left[i] -= basis.Add(_columns[i]) ? 1 : 0;
            }

            if (basis.Rank < _full)
            {
                return false;
            }
        }

        return true;
    }
}
