using SkiaSharp;
using Tamiz.Documents.Lettering;
using Tamiz.Documents.Templates;

namespace Tamiz.Documents.Charts;

/// <summary>Paints a drawing as PNG.</summary>
internal static class PngPainter
{
    private static readonly SKTypeface Regular = Letters.Of(bold: false);
    private static readonly SKTypeface Bold = Letters.Of(bold: true);

    /// <summary>A picture of some width in pixels, on white.</summary>
    public static byte[] Paint(Drawing drawing, Palette palette, int width)
    {
        var scale = (float)(width / Drawing.Width);
        using var bitmap = new SKBitmap(new SKImageInfo(width, (int)Math.Ceiling(drawing.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(scale);
            foreach (var shape in drawing.Shapes)
            {
                Paint(canvas, shape, palette);
            }
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Paint(SKCanvas canvas, Shape shape, Palette palette)
    {
        using var paint = new SKPaint { IsAntialias = true };
        switch (shape)
        {
            case Box box:
                paint.Color = ColourOf(box.Paint, palette);
                canvas.DrawRect((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height, paint);
                break;
            case Stroke stroke:
                Draw(canvas, stroke, paint, palette);
                break;
            case Spot spot:
                paint.Color = ColourOf(spot.Paint, palette);
                using (var path = PathOf(Marks.Outline(spot), isClosed: true))
                {
                    canvas.DrawPath(path, paint);
                }

                break;
            case Label words:
                Draw(canvas, words, paint, palette);
                break;
        }
    }

    private static void Draw(SKCanvas canvas, Stroke stroke, SKPaint paint, Palette palette)
    {
        paint.Color = ColourOf(stroke.Paint, palette);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = (float)stroke.Thickness;
        paint.StrokeJoin = SKStrokeJoin.Round;
        using var dash = stroke.Dash > 0 ? SKPathEffect.CreateDash([(float)stroke.Dash * 2, (float)stroke.Dash], 0) : null;
        paint.PathEffect = dash;
        using var path = PathOf(stroke.Points, stroke.IsClosed);
        canvas.DrawPath(path, paint);
    }

    private static void Draw(SKCanvas canvas, Label words, SKPaint paint, Palette palette)
    {
        paint.Color = ColourOf(words.Paint, palette);
        using var font = new SKFont(words.IsBold ? Bold : Regular, (float)words.Size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };
        canvas.Save();
        canvas.Translate((float)words.X, (float)words.Y);
        canvas.RotateDegrees(words.IsUpright ? -90 : 0);
        canvas.DrawText(words.Text, 0, 0, words.Anchor switch { Anchor.Start => SKTextAlign.Left, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Center }, font, paint);
        canvas.Restore();
    }

    private static SKPath PathOf(IReadOnlyList<(double X, double Y)> points, bool isClosed)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly([.. points.Select(point => new SKPoint((float)point.X, (float)point.Y))], isClosed);
        return builder.Detach();
    }

    private static SKColor ColourOf(Paint paint, Palette palette) => SKColor.Parse(paint.Role switch
    {
        Role.Text => palette.Text,
        Role.Muted => palette.Muted,
        Role.Line => palette.Line,
        Role.Page => "#ffffff",
        Role.Series => palette.Series[paint.Number],
        Role.Tone => palette.Tones[paint.Number - 1],
        _ => palette.On(palette.Tones[paint.Number - 1]),
    });
}
