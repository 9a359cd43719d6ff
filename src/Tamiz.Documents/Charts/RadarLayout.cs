using Tamiz.Documents.Model;

namespace Tamiz.Documents.Charts;

/// <summary>Lays out a wheel of spokes. A missing value is a gap in the line.</summary>
internal static class RadarLayout
{
    /// <summary>With fewer spokes there is no wheel.</summary>
    public const int Fewest = 3;

    /// <summary>With more spokes their labels have no room.</summary>
    public const int Most = 14;

    private const double CentreX = Drawing.Width / 2;
    private const double Radius = 150;
    private const double LabelWidth = 150;

    public static Drawing Of(RadarChart chart, Phrasebook words)
    {
        var sketch = new Sketch();
        var axis = Axis.Between(0, chart.High);
        var spokes = Spokes(chart.Labels.Count);
        var labels = chart.Labels.Select(label => Sketch.Wrap(label, LabelWidth)).ToList();
        var most = labels.Max(lines => lines.Count) * Sketch.LineHeight;
        var centre = sketch.Legend(chart.Series, 4) + most + 14 + Radius;
        foreach (var mark in axis.Marks.Where(mark => mark > 0))
        {
            sketch.Add(new Stroke([.. spokes.Select(spoke => At(spoke, centre, axis.Of(mark)))], Paint.Line, 1, IsClosed: true));
        }

        for (var i = 0; i < spokes.Count; i++)
        {
            var (x, y) = At(spokes[i], centre, 1);
            sketch.Line(CentreX, centre, x, y, Paint.Line);
            var anchor = Math.Abs(spokes[i].X) < 0.05 ? Anchor.Middle : spokes[i].X > 0 ? Anchor.Start : Anchor.End;
            var shift = Math.Abs(spokes[i].X) < 0.4 ? spokes[i].Y * labels[i].Count * Sketch.LineHeight / 2 : 0;
            sketch.Label(labels[i], x + (10 * spokes[i].X), y + (10 * spokes[i].Y) + shift, anchor, Paint.Text);
        }

        for (var i = 0; i < chart.Series.Count; i++)
        {
            Trace(sketch, chart.Series[i], i, index => At(spokes[index], centre, axis.Of(chart.Series[i].Values[index])), spokes.Count);
        }

        foreach (var mark in axis.Marks)
        {
            sketch.Add(new Label(words.Number(mark), CentreX - 5, centre - (Radius * axis.Of(mark)) + 4, Anchor.End, Paint.Muted, 9.5));
        }

        var below = centre + Radius + most + 16;
        var missing = chart.Labels.Where((_, i) => chart.Series.Any(series => !double.IsFinite(series.Values[i]))).ToList();
        return sketch.Done(missing.Count == 0 ? below
            : sketch.Flow(Sketch.Wrap($"{words["document.none"]}: {string.Join(", ", missing)}.", Drawing.Width), 0, below, Anchor.Start, Paint.Muted) + 4);
    }

    private static (double X, double Y) At((double X, double Y) spoke, double centre, double share) =>
        (CentreX + (spoke.X * Radius * share), centre + (spoke.Y * Radius * share));

    private static void Trace(Sketch sketch, Series series, int number, Func<int, (double X, double Y)> at, int count)
    {
        var there = Enumerable.Range(0, count).Where(i => double.IsFinite(series.Values[i])).ToList();
        if (there.Count == count)
        {
            sketch.Add(new Stroke([.. there.Select(at)], Paint.Series(number), 2.2, number * 3, IsClosed: true));
        }
        else
        {
            foreach (var i in there.Where(i => double.IsFinite(series.Values[(i + 1) % count])))
            {
                sketch.Add(new Stroke([at(i), at((i + 1) % count)], Paint.Series(number), 2.2, number * 3));
            }
        }

        foreach (var (x, y) in there.Select(at))
        {
            sketch.Add(new Spot(x, y, 4, Paint.Series(number), number));
        }
    }

    // Directions clockwise from the top; the processor's own sine and cosine differ in bits, these series do not.
    private static List<(double X, double Y)> Spokes(int count)
    {
        var spokes = new List<(double X, double Y)>();
        for (var i = 0; i < count; i++)
        {
            var half = Math.PI * (((double)i / count) - 0.5);
            var (sine, cosine) = (half, 1.0);
            var (s, c) = (half, 1.0);
            for (var n = 1; n < 14; n++)
            {
                c *= -half * half / ((2 * n) - 1) / (2 * n);
                s *= -half * half / (2 * n) / ((2 * n) + 1);
                (sine, cosine) = (sine + s, cosine + c);
            }

            // Of twice the angle, which runs from -π to π and begins opposite the top.
            spokes.Add((-2 * sine * cosine, (cosine * cosine) - (sine * sine)));
        }

        return spokes;
    }
}
