using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tamiz.Formats.Mappings;

/// <summary>Reads decimal numbers as a mapping writes them.</summary>
internal sealed class NumberReader(char decimalSign, char? thousandsSign)
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789+-.,eE' \u00A0");
    private static readonly decimal[] Powers = PowersOfTen();

    /// <summary>Digits with at most one decimal sign, a leading sign, thousands signs, or an exponent; nothing else.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out decimal value)
    {
        long digits = 0;
        var count = 0;
        var scale = -1;
        var negative = text.Length > 0 && text[0] == '-';
        for (var i = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                if (++count > 17)
                {
                    return TryReadLong(text, out value);
                }

                digits = (digits * 10) + (c - '0');
                scale += scale >= 0 ? 1 : 0;
            }
            else if (c == decimalSign && scale < 0)
            {
                scale = 0;
            }
            else if (scale >= 0 || thousandsSign is null || c != thousandsSign || count == 0)
            {
                return TryReadLong(text, out value);
            }
        }

        value = scale > 0 ? digits / Powers[scale] : digits;
        value = negative ? -value : value;
        return count > 0;
    }

    private bool TryReadLong(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        if (text.Length > 64)
        {
            return false;
        }

        var characters = Encoding.UTF8.GetString(text);
        if (characters.AsSpan().ContainsAnyExcept(Allowed) || (decimalSign != '.' && characters.Contains('.', StringComparison.Ordinal) && thousandsSign != '.'))
        {
            return false;
        }

        if (thousandsSign is { } thousands)
        {
            characters = characters.Replace(thousands.ToString(), "", StringComparison.Ordinal);
        }

        characters = decimalSign == '.' ? characters : characters.Replace(decimalSign, '.');
        return decimal.TryParse(characters, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out value);
    }

    private static decimal[] PowersOfTen()
    {
        var powers = new decimal[18];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
