using System.Buffers;
using System.Globalization;

namespace Tamiz.Storage;

/// <summary>Texts as fields of a CSV file.</summary>
public static class CsvText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);

    /// <summary>
    /// The text, quoted where it needs to be. A text that a spreadsheet would run as a formula (it begins with =, +, @, a tab, a
    /// line end, or a minus and is no number) gets an apostrophe in front.
    /// </summary>
    public static string Quote(string text)
    {
        var field = new Utf8Text(text.Length + 16);
        field.Append(text);
        Quote(field, 0);
        return field.ToString();
    }

    /// <summary>Makes a field of what was written last, as <see cref="Quote(string)"/> does.</summary>
    /// <param name="text">Ends with the field.</param>
    /// <param name="start">Where the field begins.</param>
    public static void Quote(Utf8Text text, int start)
    {
        var field = text.Written[start..];
        if (field.IsEmpty)
        {
            return;
        }

        var isFormula = field[0] is (byte)'=' or (byte)'+' or (byte)'@' or (byte)'\t' or (byte)'\r' or (byte)'\n' || (field[0] == '-' && !IsNumber(field));
        var isSpecial = field.ContainsAny(Special);
        if (!isFormula && !isSpecial)
        {
            return;
        }

        text.Insert(start, isFormula ? isSpecial ? "\"'"u8 : "'"u8 : "\""u8);
        if (isSpecial)
        {
            text.Twice((byte)'"', start + 1);
            text.Append("\""u8);
        }
    }

    private static bool IsNumber(ReadOnlySpan<byte> field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
