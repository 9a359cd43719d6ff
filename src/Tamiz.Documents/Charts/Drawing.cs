namespace Tamiz.Documents.Charts;

/// <summary>A chart as shapes in abstract units: 640 to the width of the text. Painters make pictures of it.</summary>
/// <param name="Height">Its height; its width is 640.</param>
/// <param name="Shapes">Its shapes, from the back.</param>
internal sealed record Drawing(double Height, IReadOnlyList<Shape> Shapes)
{
    public const double Width = 640;

    /// <summary>Size of its letters.</summary>
    public const double Letter = 11.5;
}

/// <summary>A shape of a drawing.</summary>
internal abstract record Shape;

/// <summary>A filled rectangle.</summary>
internal sealed record Box(double X, double Y, double Width, double Height, Paint Paint) : Shape;

/// <summary>Straight lines one after another.</summary>
internal sealed record Stroke(IReadOnlyList<(double X, double Y)> Points, Paint Paint, double Thickness, double Dash = 0, bool IsClosed = false) : Shape;

/// <summary>A mark at a point; its form tells series apart without colour.</summary>
internal sealed record Spot(double X, double Y, double Radius, Paint Paint, int Form) : Shape;

/// <summary>A line of words on its base line.</summary>
internal sealed record Label(string Text, double X, double Y, Anchor Anchor, Paint Paint, double Size = Drawing.Letter, bool IsBold = false, bool IsUpright = false) : Shape;

/// <summary>Which point of the words stands at the place.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>What a shape is painted with: the template says the colour, the HTML's reader light or dark.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Number">Of a series, from 0, or a tone, from 1.</param>
internal readonly record struct Paint(Role Role, int Number = 0)
{
    public static Paint Text => new(Role.Text);

    public static Paint Muted => new(Role.Muted);

    public static Paint Page => new(Role.Page);

    public static Paint Line => new(Role.Line);

    public static Paint Series(int number) => new(Role.Series, number % Templates.Palette.SeriesCount);

    public static Paint Tone(Model.Tone tone) => new(Role.Tone, (int)tone);

    public static Paint OnTone(Model.Tone tone) => tone == Model.Tone.None ? Text : new(Role.OnTone, (int)tone);
}

/// <summary>What a paint is for.</summary>
internal enum Role
{
    Text,
    Muted,
    Line,
    Page,
    Series,
    Tone,
    OnTone,
}
