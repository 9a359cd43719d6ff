using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;

namespace Tamiz.Documents.Charts;

/// <summary>Shapes as they are put down, with what all charts have: wrapped labels and a legend.</summary>
internal sealed class Sketch
{
    public const double LineHeight = 15;

    // The reader's own font may be wider than ours.
    private const double Reserve = 0.94;
    private readonly List<Shape> _shapes = [];

    public void Add(Shape shape) => _shapes.Add(shape);

    public void Line(double x1, double y1, double x2, double y2, Paint paint, double thickness = 1) =>
        Add(new Stroke([(x1, y1), (x2, y2)], paint, thickness));

    public Drawing Done(double height) => new(Math.Ceiling(height), _shapes);

    public static IReadOnlyList<string> Wrap(string text, double width, bool bold = false) =>
        Letters.Wrap(text, width * Reserve, Drawing.Letter, bold);

    /// <summary>Puts lines around a height in the middle.</summary>
    public void Label(IReadOnlyList<string> lines, double x, double middle, Anchor anchor, Paint paint, bool bold = false)
    {
        var y = middle - ((lines.Count - 1) * LineHeight / 2) + 4;
        foreach (var line in lines)
        {
            Add(new Label(line, x, y, anchor, paint, IsBold: bold));
            y += LineHeight;
        }
    }

    /// <summary>Puts lines from a height downwards; returns the height below them.</summary>
    public double Flow(IReadOnlyList<string> lines, double x, double top, Anchor anchor, Paint paint)
    {
        foreach (var line in lines)
        {
            Add(new Label(line, x, top + 11, anchor, paint));
            top += LineHeight;
        }

        return top;
    }

    /// <summary>Names the series, where there are several; returns the height below.</summary>
    public double Legend(IReadOnlyList<Series> series, double top)
    {
        if (series.Count < 2)
        {
            return top;
        }

        var x = 0.0;
        for (var i = 0; i < series.Count; i++)
        {
            var lines = Wrap(series[i].Name, Drawing.Width - 24);
            var width = 24 + (lines.Max(line => Letters.Width(line, Drawing.Letter)) / Reserve) + 20;
            if (x > 0 && x + width > Drawing.Width)
            {
                (x, top) = (0, top + LineHeight + 3);
            }

            Line(x, top + 7, x + 18, top + 7, Paint.Series(i), 2.5);
            Add(new Spot(x + 9, top + 7, 4, Paint.Series(i), i));
            Flow(lines, x + 24, top, Anchor.Start, Paint.Text);
            top += (lines.Count - 1) * LineHeight;
            x += width;
        }

        return top + LineHeight + 10;
    }
}
