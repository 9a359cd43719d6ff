using System.Globalization;

namespace Tamiz.Storage;

/// <summary>Texts as fields of a CSV file.</summary>
public static class CsvText
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>
    /// The text, quoted where it needs to be. A text that a spreadsheet would run as a formula (it begins with =, +, @, a tab, a
    /// line end, or a minus and is no number) gets an apostrophe in front.
    /// </summary>
    public static string Quote(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var safe = text[0] is '=' or '+' or '@' or '\t' or '\r' or '\n' || (text[0] == '-' && !IsNumber(text)) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Special) ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
