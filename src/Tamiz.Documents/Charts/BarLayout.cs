using Tamiz.Documents.Model;

namespace Tamiz.Documents.Charts;

/// <summary>Lays out horizontal bars: labels on the left, values on the right, a whisker for each interval.</summary>
internal static class BarLayout
{
    private const double LabelWidth = 196;
    private const double Left = 208;
    private const double Right = 560;
    private const double Thick = 13;
    private const double Gap = 12;

    public static Drawing Of(BarChart chart, Phrasebook words)
    {
        var sketch = new Sketch();
        var axis = Axis.Between(chart.Low, chart.High);
        var top = sketch.Legend(chart.Series, 4);
        var labels = chart.Labels.Select(label => Sketch.Wrap(label, LabelWidth)).ToList();
        var heights = labels.Select(lines => Math.Max(lines.Count * Sketch.LineHeight, chart.Series.Count * Thick) + Gap).ToList();
        var bottom = top + (heights.Count == 0 ? Sketch.LineHeight * 2 : heights.Sum());
        foreach (var mark in axis.Marks)
        {
            sketch.Line(At(axis, mark), top, At(axis, mark), bottom, Paint.Line);
            sketch.Add(new Label(words.Number(mark), At(axis, mark), bottom + 16, Anchor.Middle, Paint.Muted));
        }

        if (labels.Count == 0)
        {
            sketch.Label([words["document.none"]], (Left + Right) / 2, top + Sketch.LineHeight, Anchor.Middle, Paint.Muted);
        }

        var y = top;
        for (var i = 0; i < labels.Count; i++)
        {
            sketch.Label(labels[i], Left - 12, y + (heights[i] / 2), Anchor.End, Paint.Text);
            Bars(sketch, chart, axis, (i, y + ((heights[i] - (chart.Series.Count * Thick)) / 2)), words);
            y += heights[i];
        }

        sketch.Line(Left, top, Left, bottom, Paint.Muted);
        var foot = chart.Series.Any(series => series.Intervals is not null) ? $"{chart.Unit}. {words["document.interval"]}" : chart.Unit;
        return sketch.Done(sketch.Flow(Sketch.Wrap(foot, Right - Left + 80), Left, bottom + 24, Anchor.Start, Paint.Muted) + 4);
    }

    private static double At(Axis axis, double value) => Left + ((Right - Left) * axis.Of(value));

    private static void Bars(Sketch sketch, BarChart chart, Axis axis, (int Label, double Top) row, Phrasebook words)
    {
        for (var i = 0; i < chart.Series.Count; i++)
        {
            var series = chart.Series[i];
            var value = row.Label < series.Values.Count ? series.Values[row.Label] : double.NaN;
            var top = row.Top + (i * Thick);
            if (!double.IsFinite(value))
            {
                sketch.Add(new Label(words["document.none"], Left + 6, top + 10, Anchor.Start, Paint.Muted));
                continue;
            }

            var zero = At(axis, Math.Clamp(0, axis.Low, axis.High));
            var end = At(axis, value);
            sketch.Add(new Box(Math.Min(zero, end), top + 1, Math.Max(1, Math.Abs(end - zero)), Thick - 2, Paint.Series(i)));
            sketch.Add(new Label(words.Number(value), Drawing.Width, top + 10, Anchor.End, Paint.Text));
            if (series.Intervals is { } intervals && double.IsFinite(intervals[row.Label].Low) && double.IsFinite(intervals[row.Label].High))
            {
                Whisker(sketch, At(axis, intervals[row.Label].Low), At(axis, intervals[row.Label].High), top + (Thick / 2));
            }
        }
    }

    private static void Whisker(Sketch sketch, double low, double high, double y)
    {
        // On a bar as dark as the lines are, a light edge shows them.
        foreach (var (paint, thickness) in new[] { (Paint.Page, 3.6), (Paint.Text, 1.4) })
        {
            sketch.Line(low, y, high, y, paint, thickness);
            sketch.Line(low, y - 3.5, low, y + 3.5, paint, thickness);
            sketch.Line(high, y - 3.5, high, y + 3.5, paint, thickness);
        }
    }
}
