using System.Text;

namespace Tamiz.Simulation.World;

/// <summary>Writes names in other scripts, letter by letter, as list makers do.</summary>
public static class Transliteration
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";
    private static readonly string[] Cyrillic = "а б к д е ф г х и дж к л м н о п к р с т у в в кс й з".Split(' ');
    private static readonly string[] Arabic = "ا ب ك د ي ف غ ه ي ج ك ل م ن و ب ق ر س ت و ف و كس ي ز".Split(' ');
    private static readonly string[] Greek = "α μπ κ ντ ε φ γκ χ ι τζ κ λ μ ν ο π κ ρ σ τ ου β β ξ υ ζ".Split(' ');

    /// <summary>In Cyrillic letters.</summary>
    public static string ToCyrillic(string name) => Write(name, Cyrillic);

    /// <summary>In Arabic letters.</summary>
    public static string ToArabic(string name) => Write(name, Arabic);

    /// <summary>In Greek letters.</summary>
    public static string ToGreek(string name) => Write(name, Greek);

    private static string Write(string name, string[] letters)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            var at = Latin.IndexOf(letter, StringComparison.Ordinal);
            text.Append(at >= 0 ? letters[at] : letter is ' ' ? " " : "");
        }

        return text.ToString().Trim();
    }
}
