using SkiaSharp;

namespace Tamiz.Documents.Lettering;

/// <summary>How wide words are in the font that we carry, and where their lines break.</summary>
internal static class Letters
{
    private const int Known = 0x2500;
    private const double Unknown = 1.2;
    private static readonly double[] RegularWidths = Measure(Of(bold: false));
    private static readonly double[] BoldWidths = Measure(Of(bold: true));

    public static SKTypeface Of(bool bold) => SKTypeface.FromStream(new MemoryStream(bold ? FontFile.Bold : FontFile.Regular));

    /// <summary>Width of a text, in the unit of its size.</summary>
    public static double Width(ReadOnlySpan<char> text, double size, bool bold = false)
    {
        var widths = bold ? BoldWidths : RegularWidths;
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += rune.Value < Known ? widths[rune.Value] : Unknown;
        }

        return width * size;
    }

    /// <summary>Cuts a text into lines no wider than a width: at spaces and line feeds, within a word only where it alone is wider.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool bold = false)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && Width(longer, size, bold) > width)
                {
                    lines.Add(line);
                    longer = word;
                }

                line = Break(longer, width, size, bold, lines);
            }

            lines.Add(line);
        }

        return lines;
    }

    private static string Break(string word, double width, double size, bool bold, List<string> lines)
    {
        while (Width(word, size, bold) > width)
        {
            var most = 1;
            while (most + 1 < word.Length && Width(word.AsSpan(0, most + 1), size, bold) <= width)
            {
                most++;
            }

            var hyphen = word.LastIndexOfAny(['-', '/', '–'], most - 1);
            most = hyphen > 1 ? hyphen + 1 : most;
            most += most < word.Length && char.IsLowSurrogate(word[most]) ? 1 : 0;
            if (most >= word.Length)
            {
                break;
            }

            lines.Add(word[..most]);
            word = word[most..];
        }

        return word;
    }

    private static double[] Measure(SKTypeface typeface)
    {
        using var font = new SKFont(typeface, 1000) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        var widths = new double[Known];
        for (var i = 32; i < Known; i++)
        {
            widths[i] = font.ContainsGlyph(i) ? font.MeasureText(char.ToString((char)i)) / 1000 : Unknown;
        }

        return widths;
    }
}
