using Tamiz.Documents.Model;

namespace Tamiz.Documents.Charts;

/// <summary>Lays out lines over time; a missing value is a gap, said at the foot.</summary>
internal static class LineLayout
{
    private const double Left = 64;
    private const double Right = 616;
    private const double Tall = 230;

    public static Drawing Of(LineChart chart, Phrasebook words)
    {
        var sketch = new Sketch();
        var axis = Axis.Around(chart.Series.SelectMany(series => series.Values.Concat((series.Intervals ?? []).SelectMany(one => new[] { one.Low, one.High }))));
        var top = sketch.Legend(chart.Series, 4) + 6;
        var bottom = top + Tall;
        foreach (var mark in axis.Marks)
        {
            var y = bottom - (Tall * axis.Of(mark));
            sketch.Line(Left, y, Right, y, Paint.Line);
            sketch.Add(new Label(words.Number(mark), Left - 8, y + 4, Anchor.End, Paint.Muted));
        }

        var count = chart.Labels.Count;
        for (var i = 0; i < chart.Series.Count; i++)
        {
            Trace(sketch, chart.Series[i], i, x => At(x, count), value => bottom - (Tall * axis.Of(value)));
        }

        var below = Labels(sketch, chart.Labels, bottom + 8);
        var isMissing = count == 0 || chart.Series.All(series => !series.Values.Any(double.IsFinite));
        if (isMissing)
        {
            sketch.Label([words["document.none"]], (Left + Right) / 2, top + (Tall / 2), Anchor.Middle, Paint.Muted);
        }

        return sketch.Done(sketch.Flow(Sketch.Wrap(Foot(chart, words), Right - Left), Left, below + 4, Anchor.Start, Paint.Muted) + 4);
    }

    private static double At(int label, int count) => count == 1 ? (Left + Right) / 2 : Left + 12 + ((Right - Left - 24) * label / (count - 1));

    private static string Foot(LineChart chart, Phrasebook words)
    {
        var foot = chart.Series.Any(series => series.Intervals is not null) ? $"{chart.Unit}. {words["document.interval"]}" : chart.Unit;
        var missing = chart.Labels.Where((_, i) => chart.Series.Any(series => i < series.Values.Count && !double.IsFinite(series.Values[i]))).ToList();
        return missing.Count == 0 ? foot : $"{foot}{(foot.EndsWith('.') || foot.Length == 0 ? "" : ".")} {words["document.none"]}: {string.Join(", ", missing)}.";
    }

    private static void Trace(Sketch sketch, Series series, int number, Func<int, double> across, Func<double, double> up)
    {
        var run = new List<(double X, double Y)>();
        for (var i = 0; i <= series.Values.Count; i++)
        {
            if (i < series.Values.Count && double.IsFinite(series.Values[i]))
            {
                run.Add((across(i), up(series.Values[i])));
                continue;
            }

            if (run.Count > 1)
            {
                sketch.Add(new Stroke([.. run], Paint.Series(number), 2.2, number * 3));
            }

            run.Clear();
        }

        for (var i = 0; i < series.Values.Count; i++)
        {
            if (series.Intervals is { } intervals && double.IsFinite(intervals[i].Low) && double.IsFinite(intervals[i].High))
            {
                sketch.Line(across(i), up(intervals[i].Low), across(i), up(intervals[i].High), Paint.Series(number), 1.2);
            }

            if (double.IsFinite(series.Values[i]))
            {
                sketch.Add(new Spot(across(i), up(series.Values[i]), 4, Paint.Series(number), number));
            }
        }
    }

    // Where they do not fit beside each other, every second, third … is written, and always the last.
    private static double Labels(Sketch sketch, IReadOnlyList<string> labels, double top)
    {
        const double Least = 58;
        var below = top + Sketch.LineHeight;
        var room = (Right - Left) / Math.Max(1, labels.Count);
        var every = (int)Math.Ceiling(Least / room);
        for (var i = (labels.Count - 1) % every; i >= 0 && i < labels.Count; i += every)
        {
            var x = At(i, labels.Count);
            var lines = Sketch.Wrap(labels[i], Math.Min(room * every, 2 * Math.Min(x, Drawing.Width - x)) - 6);
            below = Math.Max(below, sketch.Flow(lines, x, top, Anchor.Middle, Paint.Text));
        }

        return below;
    }
}
