using Tamiz.Declarations;
using Tamiz.Screening;

namespace Tamiz.Intelligence;

/// <summary>
/// Reports by the values of their most selective condition, so that a declaration is compared only with reports that can speak
/// of it. A report with a condition over a field that is missing is named as not evaluated. Immutable.
/// </summary>
public sealed class ReportIndex
{
    private readonly List<(Field Field, bool Hierarchical, bool Name, Dictionary<string, List<Report>> ByValue, List<Report> All)> _keys = [];

    /// <summary>An index of reports.</summary>
    public ReportIndex(IReadOnlyList<Report> reports)
    {
        Reports = reports;
        foreach (var report in reports)
        {
            var condition = report.When.MinBy(candidate => (candidate.Values.Count, candidate.Field.Id), Comparer<(int, string)>.Create(
                (a, b) => a.Item1 != b.Item1 ? a.Item1.CompareTo(b.Item1) : string.CompareOrdinal(a.Item2, b.Item2)))!;
            var key = _keys.FindIndex(known => known.Field.Id == condition.Field.Id);
            if (key < 0)
            {
                key = _keys.Count;
                _keys.Add((condition.Field, condition.IsHierarchical, condition.IsName, new(StringComparer.Ordinal), []));
            }

            _keys[key].All.Add(report);
            foreach (var value in condition.Values.Distinct(StringComparer.Ordinal))
            {
                if (!_keys[key].ByValue.TryGetValue(value, out var list))
                {
                    _keys[key].ByValue.Add(value, list = []);
                }

                list.Add(report);
            }
        }
    }

    /// <summary>The reports.</summary>
    public IReadOnlyList<Report> Reports { get; }

    /// <summary>Adds the reports in force that speak of an item, and those of which it cannot be said because a field is missing.</summary>
    public void Match(Declaration declaration, Item item, List<ReportMatch> into)
    {
        foreach (var key in _keys)
        {
            var value = key.Field.Read(declaration, item);
            if (value is null)
            {
                Evaluate(key.All, declaration, item, into);
            }
            else if (key.Hierarchical)
            {
                MatchPrefixes(key.ByValue, value, declaration, item, into);
            }
            else if (key.ByValue.TryGetValue(key.Name ? NormalName.Of(value) : value, out var reports))
            {
                Evaluate(reports, declaration, item, into);
            }
        }
    }

    private static void MatchPrefixes(Dictionary<string, List<Report>> byValue, string code, Declaration declaration, Item item, List<ReportMatch> into)
    {
        var lookup = byValue.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= code.Length; length++)
        {
            if (lookup.TryGetValue(code.AsSpan(0, length), out var reports))
            {
                Evaluate(reports, declaration, item, into);
            }
        }
    }

    private static void Evaluate(List<Report> reports, Declaration declaration, Item item, List<ReportMatch> into)
    {
        foreach (var report in reports)
        {
            if (report.AppliesOn(declaration.LodgedOn) && Holds(report, declaration, item, out var missing) && !Contains(into, report))
            {
                into.Add(new ReportMatch(report, missing));
            }
        }
    }

    private static bool Contains(List<ReportMatch> matches, Report report)
    {
        foreach (var match in matches)
        {
            if (ReferenceEquals(match.Report, report))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>False where a condition fails; else true, with the first field that is missing.</summary>
    private static bool Holds(Report report, Declaration declaration, Item item, out string? missing)
    {
        missing = null;
        for (var i = 0; i < report.When.Count; i++)
        {
            var condition = report.When[i];
            var value = condition.Field.Read(declaration, item);
            if (value is null)
            {
                missing ??= condition.Field.Id;
            }
            else if (!HasValue(condition, value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasValue(Report.Condition condition, string value)
    {
        var compared = condition.IsName ? NormalName.Of(value) : value;
        foreach (var wanted in condition.Values)
        {
            if (condition.IsHierarchical ? compared.StartsWith(wanted, StringComparison.Ordinal) : string.Equals(compared, wanted, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
