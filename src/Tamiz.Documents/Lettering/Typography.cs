using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Tamiz.Documents.Lettering;

/// <summary>Sets words by the rules of their language: which spaces do not break, and which are narrow.</summary>
internal static partial class Typography
{
    private const string Narrow = "\u202F";
    private const string Fixed = "\u00A0";

    /// <summary>The language that a spelling checker takes: Honduras, France, Great Britain, Portugal.</summary>
    public static string CodeOf(Language language) => language switch
    {
        Language.Es => "es-HN",
        Language.Fr => "fr-FR",
        Language.Pt => "pt-PT",
        _ => "en-GB",
    };

    /// <summary>The text as it is printed; what XML cannot hold is left out, a line feed stays.</summary>
    public static string Set(string text, Language language)
    {
        var set = NumberAndUnit().Replace(Clean(text), "$1" + Fixed + "$2");
        if (language != Language.Fr)
        {
            return set;
        }

        set = BeforeMark().Replace(set, Narrow + "$1");
        set = set.Replace(" :", Fixed + ":", StringComparison.Ordinal);
        return set.Replace("« ", "«" + Fixed, StringComparison.Ordinal).Replace(" »", Fixed + "»", StringComparison.Ordinal);
    }

    /// <summary>A date in words.</summary>
    public static string Date(DateOnly date, Language language)
    {
        var words = DocumentWords.Of(language);
        var day = date.Day.ToString(CultureInfo.InvariantCulture);
        var month = words["document.month." + date.Month.ToString(CultureInfo.InvariantCulture)];
        return words.Say("document.date", ("day", date.Day == 1 && language == Language.Fr ? "1er" : day), ("month", month),
            ("year", date.Year.ToString(CultureInfo.InvariantCulture))).Replace(day + " ", day + Fixed, StringComparison.Ordinal);
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || (rune.Value is >= 0x20 or 0x0A && XmlConvert.IsXmlChar((char)rune.Value)))
            {
                clean.Append(rune.ToString());
            }
            else if (rune.Value == 0x09)
            {
                clean.Append(' ');
            }
        }

        return clean.ToString();
    }

    [GeneratedRegex(@"(\d) (%|‰|\d{3}\b|km\b|h\b)")]
    private static partial Regex NumberAndUnit();

    [GeneratedRegex(" ([;!?])")]
    private static partial Regex BeforeMark();
}
