namespace Tamiz.Storage;

/// <summary>Texts as fields of a CSV file.</summary>
public static class CsvText
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>
    /// The text, quoted where it needs to be. A text that a spreadsheet would run as a formula (it begins with =, +, @, a tab, or a
    /// minus that no digit follows) gets an apostrophe in front.
    /// </summary>
    public static string Quote(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var safe = text[0] is '=' or '+' or '@' or '\t' || (text[0] == '-' && (text.Length == 1 || !char.IsAsciiDigit(text[1]))) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Special) ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}
