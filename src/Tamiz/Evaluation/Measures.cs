namespace Tamiz.Evaluation;

/// <summary>How well scores rank items with a known result.</summary>
/// <param name="N">Items.</param>
/// <param name="Base">Share of non-compliant ones.</param>
/// <param name="Auc">Probability that a non-compliant item scores above a compliant one, ties counted half; not a number where one kind is missing.</param>
/// <param name="AucInterval">95 % interval after DeLong.</param>
/// <param name="Precision">Share of non-compliant items among the highest 1, 2, 5 and 10 %.</param>
/// <param name="Recall">Share of all non-compliant items that stand there.</param>
/// <param name="Revenue">Share of the money of all non-compliant items that stands there; not a number where there is none.</param>
/// <param name="LookupAuc">The same as <paramref name="Auc"/> for a dictionary of exact goods.</param>
public sealed record Measures(
    int N,
    double Base,
    double Auc,
    (double Low, double High) AucInterval,
    IReadOnlyDictionary<int, double> Precision,
    IReadOnlyDictionary<int, double> Recall,
    IReadOnlyDictionary<int, double> Revenue,
    double LookupAuc)
{
    private static readonly int[] Percentages = [1, 2, 5, 10];

    /// <summary>Measures items.</summary>
    public static Measures Of(IReadOnlyList<JudgedItem> items)
    {
        var hits = items.Count(item => item.NonCompliant);
        var money = items.Sum(item => item.NonCompliant ? item.Money : 0);
        var ordered = items.OrderByDescending(item => item.Score).ThenBy(item => item.Identity, StringComparer.Ordinal).ToList();
        var top = Percentages.ToDictionary(percent => percent, percent => ordered.Take((int)Math.Ceiling(items.Count * percent / 100.0)).ToList());
        var (auc, error) = Ranking.Auc([.. items.Select(item => item.Score)], [.. items.Select(item => item.NonCompliant)]);
        var lookup = items.Any(item => double.IsNaN(item.LookupScore))
            ? double.NaN
            : Ranking.Auc([.. items.Select(item => item.LookupScore)], [.. items.Select(item => item.NonCompliant)]).Auc;
        return new Measures(
            items.Count,
            items.Count == 0 ? double.NaN : (double)hits / items.Count,
            auc,
            (Math.Max(0, auc - (1.959964 * error)), Math.Min(1, auc + (1.959964 * error))),
            Shares(top, chosen => Share(chosen.Count(item => item.NonCompliant), chosen.Count)),
            Shares(top, chosen => Share(chosen.Count(item => item.NonCompliant), hits)),
            Shares(top, chosen => Share(chosen.Sum(item => item.NonCompliant ? item.Money : 0), money)),
            lookup);
    }

    private static Dictionary<int, double> Shares(Dictionary<int, List<JudgedItem>> top, Func<List<JudgedItem>, double> share) =>
        top.ToDictionary(pair => pair.Key, pair => share(pair.Value));

    private static double Share(double part, double whole) => whole > 0 ? part / whole : double.NaN;
}
