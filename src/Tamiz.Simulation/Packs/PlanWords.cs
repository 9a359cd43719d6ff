using System.Text.RegularExpressions;
using Tamiz.Formats;

namespace Tamiz.Simulation.Packs;

/// <summary>Words of packs that become names of files, fields of records or codes: what they may be made of. What does not fit is TZ0104.</summary>
internal static partial class PlanWords
{
    private const int MostNames = 40;

    /// <summary>The name of a pack, a scheme or a table: it also names a file.</summary>
    public static string Name(YamlSection section, string key) =>
        Fitting(section, key, LowerCase(), $"lower-case letters, digits and hyphens, at most {MostNames}");

    /// <summary>A code of two capital letters.</summary>
    public static string Country(YamlSection section, string key) => Fitting(section, key, TwoLetters(), "two capital letters");

    /// <summary>A code of three capital letters.</summary>
    public static string Currency(YamlSection section, string key) => Fitting(section, key, ThreeLetters(), "three capital letters");

    /// <summary>The code of an office, which is a part of each declaration's name, or of a unit.</summary>
    public static string Code(YamlSection section, string key) => Fitting(section, key, Capitals(), "2 to 12 capital letters and digits");

    /// <summary>A line that people read.</summary>
    public static string Line(YamlSection section, string key) => Fitting(section, key, Readable(), "1 to 120 characters on one line, without quotation marks and backslashes");

    /// <summary>An IANA time zone of this machine.</summary>
    public static string Zone(YamlSection section, string key)
    {
        var zone = Fitting(section, key, ZoneName(), "an IANA time zone such as America/Tegucigalpa");
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            section.Report(key, zone, "an IANA time zone such as America/Tegucigalpa");
            return "UTC";
        }

        return zone.Length > 0 ? zone : "UTC";
    }

    /// <summary>A list of words, each as the form says.</summary>
    public static IReadOnlyList<string> List(YamlSection section, string key, WordForm form, bool required = false)
    {
        var words = section.Texts(key, required);
        var pattern = form switch { WordForm.Hs => Digits(), WordForm.Country => TwoLetters(), WordForm.Day => MonthAndDay(), _ => Readable() };
        var expected = form switch
        {
            WordForm.Hs => "2 to 6 digits", WordForm.Country => "two capital letters", WordForm.Day => "a month and a day as MM-dd",
            _ => "1 to 120 characters on one line, without quotation marks and backslashes",
        };
        if (words.Count > Most)
        {
            section.Report(key, $"{words.Count}", $"at most {Most}");
            return [.. words.Take(Most)];
        }

        foreach (var word in words.Where(word => !pattern.IsMatch(word)))
        {
            section.Report(key, word, expected);
        }

        return words;
    }

    private const int Most = 200;

    private static string Fitting(YamlSection section, string key, Regex form, string expected)
    {
        var text = section.Text(key, required: true) ?? "";
        if (text.Length == 0 || form.IsMatch(text))
        {
            return text;
        }

        section.Report(key, text.Length > 200 ? text[..200] : text, expected);
        return "";
    }

    [GeneratedRegex(@"^[a-z0-9](-?[a-z0-9]){0,39}\z", RegexOptions.NonBacktracking)]
    private static partial Regex LowerCase();

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex TwoLetters();

    [GeneratedRegex(@"^[A-Z]{3}\z")]
    private static partial Regex ThreeLetters();

    [GeneratedRegex(@"^[A-Z0-9]{2,12}\z")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"^[^\p{C}""\\]{1,120}\z")]
    private static partial Regex Readable();

    [GeneratedRegex(@"^[A-Za-z_]+(/[A-Za-z0-9_+-]+){0,3}\z")]
    private static partial Regex ZoneName();

    [GeneratedRegex(@"^[0-9]{2,6}\z")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\z")]
    private static partial Regex MonthAndDay();
}

/// <summary>What a word of a list is.</summary>
internal enum WordForm
{
    /// <summary>A line that people read.</summary>
    Line,

    /// <summary>The beginning of a code of the Harmonized System.</summary>
    Hs,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A day of any year.</summary>
    Day,
}
