using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using SkiaSharp;
using Tamiz.Formats;

namespace Tamiz.Documents.Templates;

/// <summary>Reads a template folder: style.yaml and what it names.</summary>
public static class TemplateReader
{
    private const int MostLogo = 2 << 20;
    private const double LeastContrast = 4.5;
    private const double LeastStep = 0.02;

    /// <summary>Reads a template. Use it only where nothing of severity error was added.</summary>
    /// <param name="file">Gives the bytes of a file of the folder by its name; null where there is none.</param>
    /// <param name="folder">The folder's name for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104 and TZ3030 to TZ3037.</param>
    public static Template Read(Func<string, byte[]?> file, string folder, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(file);
        const string Style = "style.yaml";
        var path = folder + "/" + Style;
        if (file(Style) is not { } bytes)
        {
            diagnostics.Add(TemplateDiagnostics.NoFile.At(new Place(path), ""));
            return Template.Default;
        }

        var top = YamlSection.Parse(System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), path, diagnostics);
        var fonts = top.Section("fonts");
        var cover = top.Section("cover");
        var template = new Template(
            fonts.Text("text") ?? Template.Default.TextFont,
            fonts.Text("heading") ?? fonts.Text("text") ?? Template.Default.HeadingFont,
            ReadColours(top.Section("colours"), diagnostics),
            top.Choice("page", "by-language", "by-language", "a4", "letter") switch { "a4" => PageSize.A4, "letter" => PageSize.Letter, _ => PageSize.ByLanguage })
        {
            Logo = Named(cover, "logo", TemplateDiagnostics.NoPicture, IsPicture),
            CoverText = ReadTexts(cover, "text"),
            Base = Named(top, "base", TemplateDiagnostics.NoBase, IsDocument),
        };
        fonts.RejectUnknownKeys();
        cover.RejectUnknownKeys();
        top.RejectUnknownKeys();
        return template;

        byte[] Named(YamlSection section, string key, DiagnosticRule rule, Func<byte[], bool> fits)
        {
            if (section.Text(key) is not { Length: > 0 } name)
            {
                return [];
            }

            var content = file(name);
            if (content is null || !fits(content))
            {
                diagnostics.Add((content is null ? TemplateDiagnostics.NoFile : rule).At(section.PlaceOf(key), name));
                return [];
            }

            return content;
        }
    }

    private static List<(Language, string)> ReadTexts(YamlSection section, string key)
    {
        if (!section.IsSection(key))
        {
            return section.Text(key) is { Length: > 0 } one ? [.. Enum.GetValues<Language>().Select(language => (language, one))] : [];
        }

        var texts = section.Section(key);
        List<(Language, string)> read = [.. Enum.GetValues<Language>()
            .Select(language => (language, texts.Text(language.ToString().ToLowerInvariant()) ?? ""))
            .Where(text => text.Item2.Length > 0)];
        texts.RejectUnknownKeys();
        return read;
    }

    private static Palette ReadColours(YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        var usual = Palette.Default;
        var palette = new Palette(One("text", usual.Text), One("accent", usual.Accent), One("muted", usual.Muted), One("line", usual.Line),
            One("shade", usual.Shade), Many("tones", usual.Tones), Many("series", usual.Series));
        section.RejectUnknownKeys();
        Judge(palette, section, diagnostics);
        return palette;

        string One(string key, string otherwise) => section.Text(key) is { } text ? Checked(key, text, otherwise) : otherwise;

        IReadOnlyList<string> Many(string key, IReadOnlyList<string> otherwise)
        {
            var texts = section.Texts(key);
            if (texts.Count == otherwise.Count)
            {
                return [.. texts.Select((text, i) => Checked(key, text, otherwise[i]))];
            }

            if (texts.Count > 0)
            {
                diagnostics.Add(TemplateDiagnostics.WrongCount.At(section.PlaceOf(key),
                    texts.Count.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"{otherwise.Count} colours")));
            }

            return otherwise;
        }

        string Checked(string key, string text, string otherwise)
        {
            if (text.Length == 7 && text[0] == '#' && text.AsSpan(1).ToString().All(char.IsAsciiHexDigit))
            {
                return text;
            }

            diagnostics.Add(TemplateDiagnostics.NoColour.At(section.PlaceOf(key), text));
            return otherwise;
        }
    }

    private static void Judge(Palette palette, YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        (string Key, string Colour, string Ground)[] pairs =
        [
            ("text", palette.Text, "#ffffff"), ("text", palette.Text, palette.Shade), ("accent", palette.Accent, "#ffffff"),
            ("accent", palette.Accent, palette.Shade), ("muted", palette.Muted, "#ffffff"),
            .. palette.Tones.Select(tone => ("tones", palette.On(tone), tone)),
        ];
        foreach (var (key, colour, ground) in pairs.Where(pair => Palette.Contrast(pair.Colour, pair.Ground) < LeastContrast))
        {
            diagnostics.Add(TemplateDiagnostics.TooPale.At(section.PlaceOf(key),
                FormattableString.Invariant($"{colour} on {ground}, {Palette.Contrast(colour, ground):0.0} to 1")));
        }

        for (var i = 1; i < palette.Tones.Count; i++)
        {
            if (Palette.Luminance(palette.Tones[i - 1]) - Palette.Luminance(palette.Tones[i]) < LeastStep)
            {
                diagnostics.Add(TemplateDiagnostics.TonesAlike.At(section.PlaceOf("tones"), $"{palette.Tones[i - 1]}, {palette.Tones[i]}"));
            }
        }
    }

    private static bool IsPicture(byte[] bytes)
    {
        if (bytes.Length > MostLogo || !bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]))
        {
            return false;
        }

        var size = SKBitmap.DecodeBounds(bytes);
        return size.Width is >= 16 and <= 8000 && size.Height is >= 16 and <= 8000;
    }

    private static bool IsDocument(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            return document.MainDocumentPart?.StyleDefinitionsPart?.Styles is not null;
        }
        catch (Exception e) when (e is OpenXmlPackageException or IOException or InvalidDataException or FormatException or System.Xml.XmlException)
        {
            return false;
        }
    }
}
