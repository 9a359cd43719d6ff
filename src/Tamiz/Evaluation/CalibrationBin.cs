namespace Tamiz.Evaluation;

/// <summary>A tenth of the items by score: what was predicted and what was observed.</summary>
/// <param name="N">Items.</param>
/// <param name="Predicted">Mean predicted risk.</param>
/// <param name="Observed">Share of non-compliant ones.</param>
/// <param name="Low">Lower end of its 95 % interval after Wilson.</param>
/// <param name="High">Upper end.</param>
public sealed record CalibrationBin(int N, double Predicted, double Observed, double Low, double High)
{
    /// <summary>The items in ten parts, lowest risk first; fewer parts where there are fewer than ten items.</summary>
    public static IReadOnlyList<CalibrationBin> Of(IReadOnlyList<JudgedItem> items)
    {
        var ordered = items.OrderBy(item => item.Score).ThenBy(item => item.Identity, StringComparer.Ordinal).ToList();
        var parts = Math.Min(10, ordered.Count);
        return [.. Enumerable.Range(0, parts).Select(part =>
        {
            var from = (int)((long)ordered.Count * part / parts);
            var to = (int)((long)ordered.Count * (part + 1) / parts);
            var slice = ordered[from..to];
            var hits = slice.Count(item => item.NonCompliant);
            var (low, high) = Wilson(hits, slice.Count);
            return new CalibrationBin(slice.Count, slice.Average(item => Elementary.Sigmoid(item.Score)), (double)hits / slice.Count, low, high);
        })];
    }

    /// <summary>The 95 % interval of a share after Wilson.</summary>
    public static (double Low, double High) Wilson(int hits, int n)
    {
        if (n == 0)
        {
            return (0, 1);
        }

        const double Z = 1.959964;
        var p = (double)hits / n;
        var centre = p + (Z * Z / (2 * n));
        var spread = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4.0 * n * n)));
        var scale = 1 + (Z * Z / n);
        return (Math.Max(0, centre - spread) / scale, Math.Min(scale, centre + spread) / scale);
    }
}
