using Tamiz.Declarations;

namespace Tamiz.Intelligence;

/// <summary>The reports that have a condition over one field, by its values.</summary>
internal sealed class ReportSlot(ReportCondition condition)
{
    private const int StackLength = 512;
    private readonly List<Group> _groups = [];

    public string Field => condition.Field.Id;

    public bool IsMissing(Declaration declaration, Item item) => condition.IsMissing(declaration, item);

    /// <summary>Adds a report.</summary>
    /// <param name="rank">Its rank.</param>
    /// <param name="of">Its condition over this field.</param>
    /// <param name="absent">The fields that have to be missing for it to be looked for here.</param>
    public void Add(int rank, ReportCondition of, List<int> absent)
    {
        var group = _groups.Find(known => known.Absent.AsSpan().SequenceEqual([.. absent]));
        if (group is null)
        {
            _groups.Add(group = new Group([.. absent]));
        }

        foreach (var value in of.Values.Where(value => value.Length > 0))
        {
            Group.Add(group.ByValue, value, rank);
            for (var length = 1; condition.Kind == ValueKind.Heading && length < value.Length; length++)
            {
                Group.Add(group.Below, value[..length], rank);
            }
        }
    }

    /// <summary>Considers the reports of the item's values whose fields before this one are all missing.</summary>
    public void Search(in ReportSearch search, ReadOnlySpan<bool> missing)
    {
        Span<char> stack = stackalloc char[StackLength];
        switch (condition.Kind)
        {
            case ValueKind.Heading:
                SearchHeading(search, missing);
                break;
            case ValueKind.Container:
                for (var i = 0; i < search.Declaration.Containers.Count; i++)
                {
                    SearchValue(ReportCondition.Compact(search.Declaration.Containers[i], stack[..32]), search, missing);
                }

                break;
            case ValueKind.Name:
                SearchValue(ReportCondition.Normal(condition.Field.Read(search.Declaration, search.Item)!, stack), search, missing);
                break;
            default:
                SearchValue(condition.Field.Read(search.Declaration, search.Item).AsSpan().Trim(), search, missing);
                break;
        }
    }

    /// <summary>Whether all the fields are missing.</summary>
    public static bool All(int[] absent, ReadOnlySpan<bool> missing)
    {
        foreach (var slot in absent)
        {
            if (!missing[slot])
            {
                return false;
            }
        }

        return true;
    }

    private void SearchValue(ReadOnlySpan<char> value, in ReportSearch search, ReadOnlySpan<bool> missing)
    {
        foreach (var group in _groups)
        {
            if (All(group.Absent, missing) && group.ByValue.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(value, out var ranks))
            {
                search.Consider(ranks);
            }
        }
    }

    private void SearchHeading(in ReportSearch search, ReadOnlySpan<bool> missing)
    {
        var hs = search.Item.Hs.AsSpan();
        foreach (var group in _groups)
        {
            if (!All(group.Absent, missing))
            {
                continue;
            }

            var lookup = group.ByValue.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var length = 1; length <= hs.Length; length++)
            {
                if (lookup.TryGetValue(hs[..length], out var ranks))
                {
                    search.Consider(ranks);
                }
            }

            if (group.Below.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(hs, out var finer))
            {
                search.Consider(finer);
            }
        }
    }

    private sealed class Group(int[] absent)
    {
        public int[] Absent => absent;

        public Dictionary<string, List<int>> ByValue { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, List<int>> Below { get; } = new(StringComparer.OrdinalIgnoreCase);

        public static void Add(Dictionary<string, List<int>> to, string value, int rank)
        {
            if (!to.TryGetValue(value, out var ranks))
            {
                to.Add(value, ranks = []);
            }

            if (ranks.Count == 0 || ranks[^1] != rank)
            {
                ranks.Add(rank);
            }
        }
    }
}
