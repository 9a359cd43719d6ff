using System.Globalization;
using System.Text;

namespace Tamiz;

/// <summary>A numbered problem at a place: what was found, what was expected, what to do.</summary>
/// <param name="Rule">The number, its severity and its advice.</param>
/// <param name="Where">The place.</param>
/// <param name="Found">What stood there, printable, at most about 200 characters.</param>
/// <param name="Expected">What should have stood there.</param>
public sealed record Diagnostic(DiagnosticRule Rule, Place Where, string Found, string Expected)
{
    private const int MaxFound = 200;

    /// <summary>The number, like TZ1203.</summary>
    public string Code => Rule.Code;

    /// <summary>One line for a person: code, place, what, found, expected, what to do.</summary>
    public override string ToString() =>
        $"{Code} {Where}: {Rule.Title}; found {(Found.Length == 0 ? "nothing" : $"«{Found}»")}, expected {Expected}. {Rule.Advice}";

    internal static string Printable(string text)
    {
        var clean = true;
        foreach (var c in text)
        {
            clean &= !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF') && !char.IsSurrogate(c);
        }

        if (clean && text.Length <= MaxFound)
        {
            return text;
        }

        var builder = new StringBuilder(Math.Min(text.Length, MaxFound) + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (builder.Length >= MaxFound)
            {
                builder.Append(CultureInfo.InvariantCulture, $"… ({text.Length} characters)");
                break;
            }

            _ = Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF
                ? builder.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}")
                : builder.Append(rune.ToString());
        }

        return builder.ToString();
    }
}
