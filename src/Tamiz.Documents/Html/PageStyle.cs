using System.Globalization;
using System.Text;
using Tamiz.Documents.Templates;

namespace Tamiz.Documents.Html;

/// <summary>The style sheet of a page, with a template's colours, light and dark.</summary>
internal static class PageStyle
{
    // Read at 4.5 to 1 or more on the dark page and its shade.
    private const string Dark = "--page:#12181e;--text:#e4e9ee;--muted:#a4b0bb;--line:#3b4854;--shade:#1d2730;--accent:#8cc4ea;";
    private static readonly string[] DarkSeries = ["#8cc4ea", "#f0a070", "#7fd0ae", "#c9a0dc", "#dcc46a", "#a9b6c1"];

    public static string Of(Template template)
    {
        var colours = template.Colours;
        var css = new StringBuilder();
        css.Append(CultureInfo.InvariantCulture, $":root{{color-scheme:light dark;--font:{Family(template.TextFont)};--heading:{Family(template.HeadingFont)};");
        css.Append(CultureInfo.InvariantCulture, $"--page:#fff;--text:{colours.Text};--muted:{colours.Muted};--line:{colours.Line};--shade:{colours.Shade};--accent:{colours.Accent};{Series(colours.Series)}}}\n");
        css.Append(CultureInfo.InvariantCulture, $"@media screen and (prefers-color-scheme:dark){{:root{{{Dark}{Series(DarkSeries)}}}}}\n");
        css.Append(Resource.Text("page.css"));
        foreach (var role in new[] { "text", "muted", "line", "page" })
        {
            css.Append(CultureInfo.InvariantCulture, $".f-{role}{{fill:var(--{role})}}.s-{role}{{stroke:var(--{role})}}\n");
        }

        for (var i = 0; i < Palette.SeriesCount; i++)
        {
            css.Append(CultureInfo.InvariantCulture, $".f-series{i}{{fill:var(--series{i})}}.s-series{i}{{stroke:var(--series{i})}}\n");
        }

        for (var i = 1; i <= Palette.ToneCount; i++)
        {
            var (tone, on) = (colours.Tones[i - 1], colours.On(colours.Tones[i - 1]));
            css.Append(CultureInfo.InvariantCulture, $".f-tone{i}{{fill:{tone}}}.f-ontone{i}{{fill:{on}}}.tone{i}{{background:{tone};color:{on}}}\n");
        }

        return css.ToString();
    }

    private static string Family(string font) =>
        $"\"{string.Concat(font.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-'))}\",system-ui,-apple-system,\"Segoe UI\",Roboto,\"Liberation Sans\",sans-serif";

    private static string Series(IReadOnlyList<string> colours) =>
        string.Concat(colours.Select((colour, i) => FormattableString.Invariant($"--series{i}:{colour};")));
}
