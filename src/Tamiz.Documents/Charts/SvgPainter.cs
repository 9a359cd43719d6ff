using System.Globalization;
using Tamiz.Documents.Html;

namespace Tamiz.Documents.Charts;

/// <summary>Paints a drawing as SVG in a page; the page's style gives the colours.</summary>
internal static class SvgPainter
{
    /// <summary>Writes the picture with what somebody who does not see it reads.</summary>
    public static void Paint(Markup page, Drawing drawing, string alternative)
    {
        using var svg = page.Open("svg", ("viewBox", $"0 0 {Markup.At(Drawing.Width)} {Markup.At(drawing.Height)}"), ("role", "img"), ("aria-label", alternative));
        foreach (var shape in drawing.Shapes)
        {
            Paint(page, shape);
        }
    }

    private static void Paint(Markup page, Shape shape)
    {
        switch (shape)
        {
            case Box box:
                page.AddEmpty("rect", ("class", Class(box.Paint, "f")), ("x", Markup.At(box.X)), ("y", Markup.At(box.Y)), ("width", Markup.At(box.Width)), ("height", Markup.At(box.Height)));
                break;
            case Stroke { IsClosed: var isClosed } stroke:
                page.AddEmpty(isClosed ? "polygon" : "polyline", ("class", Class(stroke.Paint, "s")), ("points", Points(stroke.Points)),
                    ("stroke-width", Markup.At(stroke.Thickness)), ("stroke-dasharray", stroke.Dash > 0 ? $"{Markup.At(stroke.Dash * 2)} {Markup.At(stroke.Dash)}" : "none"));
                break;
            case Spot spot:
                page.AddEmpty("polygon", ("class", Class(spot.Paint, "f")), ("points", Points(Marks.Outline(spot))));
                break;
            case Label words:
                page.Add("text", words.Text, ("class", Class(words.Paint, "f")), ("x", Markup.At(words.X)), ("y", Markup.At(words.Y)), ("font-size", Markup.At(words.Size)),
                    ("text-anchor", words.Anchor.ToString().ToLowerInvariant()), ("font-weight", words.IsBold ? "700" : "400"),
                    ("transform", words.IsUpright ? $"rotate(-90 {Markup.At(words.X)} {Markup.At(words.Y)})" : ""));
                break;
        }
    }

    // f fills, s strokes: f-text, s-series2, f-tone5.
    private static string Class(Paint paint, string how) => paint.Role is Role.Text or Role.Muted or Role.Line or Role.Page
        ? $"{how}-{paint.Role.ToString().ToLowerInvariant()}"
        : $"{how}-{paint.Role.ToString().ToLowerInvariant()}{paint.Number.ToString(CultureInfo.InvariantCulture)}";

    private static string Points(IReadOnlyList<(double X, double Y)> points) => string.Join(' ', points.Select(point => $"{Markup.At(point.X)},{Markup.At(point.Y)}"));
}
