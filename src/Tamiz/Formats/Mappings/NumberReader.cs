using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tamiz.Formats.Mappings;

/// <summary>Reads decimal numbers as a mapping writes them.</summary>
internal sealed class NumberReader(char decimalSign, char? thousandsSign)
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789+-.,eE' \u00A0");

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

        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        value = new decimal(unchecked((int)digits), (int)(digits >> 32), 0, negative, (byte)Math.Max(scale, 0));
        return count > 0 && IsGrouped(text);
    }

    /// <summary>The same number with the fewest decimals: one number is the same bytes however it was written.</summary>
    public static decimal WithoutZeros(decimal value)
    {
        while (value.Scale > 0 && decimal.Round(value, value.Scale - 1) is var shorter && shorter == value)
        {
            value = shorter;
        }

        return value;
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

        if (!IsGrouped(text))
        {
            return false;
        }

        if (thousandsSign is { } thousands)
        {
            characters = characters.Replace(thousands.ToString(), "", StringComparison.Ordinal);
        }

        characters = decimalSign == '.' ? characters : characters.Replace(decimalSign, '.');
        var isNumber = decimal.TryParse(characters, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out value);
        value = WithoutZeros(value);
        return isNumber;
    }

    /// <summary>Whether the thousands signs stand before groups of three digits; groups of two are taken too, but for the last (12,34,567).</summary>
    private bool IsGrouped(ReadOnlySpan<byte> text)
    {
        if (thousandsSign is not { } sign || !text.Contains((byte)sign))
        {
            return true;
        }

        var end = text.IndexOf((byte)decimalSign);
        var whole = (end < 0 ? text : text[..end]).TrimStart("+-"u8);
        var last = whole.LastIndexOf((byte)sign);
        if (last < 1 || whole.Length - last != 4 || (end >= 0 && text[end..].Contains((byte)sign)))
        {
            return false;
        }

        foreach (var group in whole[..last].Split((byte)sign))
        {
            var (start, length) = group.GetOffsetAndLength(last);
            if (length is 0 or > 3 || (start > 0 && length == 1))
            {
                return false;
            }
        }

        return true;
    }
}
