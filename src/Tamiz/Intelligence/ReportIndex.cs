using Tamiz.Declarations;

namespace Tamiz.Intelligence;

/// <summary>
/// Reports by the values of their conditions, the least shared first, so that a declaration is compared only with reports that can
/// speak of it. Where the field of the first is missing, a report is found by the next, so that it is named as not evaluated
/// only where everything else holds. Immutable.
/// </summary>
public sealed class ReportIndex
{
    private const int FewFields = 128;
    private static readonly Comparer<ReportMatch> ByRank = Comparer<ReportMatch>.Create(Compare);
    private readonly List<ReportSlot> _slots = [];
    private readonly List<(int[] Absent, List<int> Reports)> _blind = [];

    /// <summary>An index of reports. One without a condition speaks of nothing.</summary>
    public ReportIndex(IReadOnlyList<Report> reports)
    {
        Reports = [.. reports];
        var shared = Reports.SelectMany(report => report.When)
            .SelectMany(condition => condition.Values.Select(value => (condition.Field.Id, value)))
            .CountBy(pair => pair).ToDictionary();
        for (var rank = 0; rank < Reports.Count; rank++)
        {
            Add(rank, [.. Reports[rank].When.OrderBy(condition => condition.Values.Sum(value => shared[(condition.Field.Id, value)]))
                .ThenBy(condition => condition.Field.Id, StringComparer.Ordinal)]);
        }
    }

    /// <summary>The reports.</summary>
    public IReadOnlyList<Report> Reports { get; }

    /// <summary>
    /// Adds the reports in force that speak of an item, and those of which it cannot be said because a field is missing, in the
    /// reports' order. Where there are none it allocates nothing (names in other than Latin script excepted).
    /// </summary>
    public void Match(Declaration declaration, Item item, List<ReportMatch> into)
    {
        var begin = into.Count;
        var missing = _slots.Count <= FewFields ? stackalloc bool[_slots.Count] : new bool[_slots.Count];
        for (var i = 0; i < missing.Length; i++)
        {
            missing[i] = _slots[i].IsMissing(declaration, item);
        }

        var search = new ReportSearch(Reports, declaration, item, into);
        for (var i = 0; i < missing.Length; i++)
        {
            if (!missing[i])
            {
                _slots[i].Search(search, missing);
            }
        }

        foreach (var (absent, reports) in _blind)
        {
            if (ReportSlot.All(absent, missing))
            {
                search.Consider(reports);
            }
        }

        Settle(into, begin, wholeDeclaration: false);
    }

    /// <summary>
    /// The same for all items of a declaration, each report once: of the first item of which it speaks, else of the first of which it
    /// cannot be said.
    /// </summary>
    public void Match(Declaration declaration, List<ReportMatch> into)
    {
        var begin = into.Count;
        var settled = 0;
        for (var i = 0; i < declaration.Items.Count; i++)
        {
            Match(declaration, declaration.Items[i], into);
            if (into.Count - begin > (2 * settled) + 64)
            {
                Settle(into, begin, wholeDeclaration: true);
                settled = into.Count - begin;
            }
        }

        Settle(into, begin, wholeDeclaration: true);
    }

    private void Add(int rank, ReportCondition[] conditions)
    {
        var absent = new List<int>();
        foreach (var condition in conditions)
        {
            var slot = _slots.FindIndex(known => known.Field == condition.Field.Id);
            if (slot < 0)
            {
                slot = _slots.Count;
                _slots.Add(new ReportSlot(condition));
            }

            _slots[slot].Add(rank, condition, absent);
            absent.Add(slot);
        }

        if (conditions.Length == 0)
        {
            return;
        }

        var group = _blind.Find(known => known.Absent.AsSpan().SequenceEqual([.. absent]));
        if (group.Reports is null)
        {
            _blind.Add(group = ([.. absent], []));
        }

        group.Reports.Add(rank);
    }

    /// <summary>Sorts what was added and leaves each report (of an item, or of the declaration) once.</summary>
    private static void Settle(List<ReportMatch> matches, int begin, bool wholeDeclaration)
    {
        if (matches.Count - begin < 2)
        {
            return;
        }

        matches.Sort(begin, matches.Count - begin, ByRank);
        var kept = begin;
        for (var i = begin; i < matches.Count; i++)
        {
            var same = i > begin && matches[i].Rank == matches[kept - 1].Rank
                && (wholeDeclaration || matches[i].ItemSequence == matches[kept - 1].ItemSequence);
            if (!same)
            {
                matches[kept++] = matches[i];
            }
        }

        matches.RemoveRange(kept, matches.Count - kept);
    }

    private static int Compare(ReportMatch a, ReportMatch b)
    {
        var rank = a.Rank.CompareTo(b.Rank);
        var certain = rank != 0 ? rank : (a.MissingField is null ? 0 : 1).CompareTo(b.MissingField is null ? 0 : 1);
        return certain != 0 ? certain : a.ItemSequence.CompareTo(b.ItemSequence);
    }
}
