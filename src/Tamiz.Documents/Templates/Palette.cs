namespace Tamiz.Documents.Templates;

/// <summary>The colours of a template, each as #rrggbb.</summary>
/// <param name="Text">Running text.</param>
/// <param name="Accent">Headings, rules, the first series.</param>
/// <param name="Muted">Captions, notes, axes.</param>
/// <param name="Line">Borders of tables and lines of charts.</param>
/// <param name="Shade">Behind heading rows and what is set off.</param>
/// <param name="Tones">Behind cells, from good to bad: each darker than the one before, so that they are told apart in grey.</param>
/// <param name="Series">Series of charts, in order.</param>
public sealed record Palette(string Text, string Accent, string Muted, string Line, string Shade, IReadOnlyList<string> Tones, IReadOnlyList<string> Series)
{
    /// <summary>Number of tones.</summary>
    public const int ToneCount = 5;

    /// <summary>Number of series that have a colour of their own; further ones begin again.</summary>
    public const int SeriesCount = 6;

    /// <summary>Ink blue, greys, and five tones from a pale green to a dark red.</summary>
    public static Palette Default { get; } = new("#1c2733", "#12466b", "#55606b", "#c3ccd4", "#e9eff4",
        ["#dcefe0", "#e6e8b4", "#f7d58a", "#e39a63", "#a5392f"],
        ["#12466b", "#c4622d", "#3d8b6e", "#8a5a9e", "#a58a1f", "#6b7883"]);

    /// <summary>The luminance of a colour, from 0 (black) to 1 (white), as WCAG 2 defines it.</summary>
    internal static double Luminance(string colour)
    {
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));

        double Part(int at)
        {
            var value = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Elementary.Exp(2.4 * Elementary.Log((value + 0.055) / 1.055));
        }
    }

    /// <summary>The contrast of two colours, from 1 to 21, as WCAG 2 defines it.</summary>
    internal static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>White or the colour of text, whichever is read better on a colour.</summary>
    internal string On(string colour) => Contrast(colour, Text) >= Contrast(colour, "#ffffff") ? Text : "#ffffff";
}
