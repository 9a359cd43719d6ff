using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tamiz.Formats.Json;

/// <summary>Texts of JSON with their escapes.</summary>
internal static class JsonText
{
    /// <summary>Writes what a text means.</summary>
    /// <param name="written">What stands between the quotes; its escapes are well-formed.</param>
    /// <param name="to">Room for as many bytes.</param>
    /// <param name="length">Bytes of what it means.</param>
    /// <returns>Whether it is Unicode: false where half a surrogate pair stands alone; U+FFFD is in its place.</returns>
    public static bool TryUnescape(ReadOnlySpan<byte> written, Span<byte> to, out int length)
    {
        var (position, whole) = (0, true);
        length = 0;
        while (position < written.Length)
        {
            var plain = written[position..].IndexOf((byte)'\\');
            plain = plain < 0 ? written.Length - position : plain;
            written.Slice(position, plain).CopyTo(to[length..]);
            length += plain;
            position += plain;
            if (position < written.Length)
            {
                var rune = Escaped(written[position..], out var taken);
                whole &= rune is not null;
                length += (rune ?? Rune.ReplacementChar).EncodeToUtf8(to[length..]);
                position += taken;
            }
        }

        return whole;
    }

    /// <summary>The values of an array of texts and numbers, numbers as written; null is left out.</summary>
    /// <param name="array">A well-formed array with its brackets.</param>
    public static List<string> Values(ReadOnlySpan<byte> array)
    {
        var values = new List<string>();
        var reader = new Utf8JsonReader(array);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                values.Add(reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : Encoding.UTF8.GetString(reader.ValueSpan));
            }
        }

        return values;
    }

    /// <summary>What the escape at the beginning stands for; null for half a surrogate pair.</summary>
    private static Rune? Escaped(ReadOnlySpan<byte> text, out int taken)
    {
        taken = 2;
        switch (text[1])
        {
            case (byte)'b':
                return new Rune('\b');
            case (byte)'f':
                return new Rune('\f');
            case (byte)'n':
                return new Rune('\n');
            case (byte)'r':
                return new Rune('\r');
            case (byte)'t':
                return new Rune('\t');
            case (byte)'u':
                break;
            default:
                return new Rune(text[1]);
        }

        taken = 6;
        var first = Unit(text);
        if (char.IsHighSurrogate(first) && text.Length >= 12 && text[6] == '\\' && text[7] == 'u' && char.IsLowSurrogate(Unit(text[6..])))
        {
            taken = 12;
            return new Rune(first, Unit(text[6..]));
        }

        return Rune.TryCreate(first, out var rune) ? rune : null;
    }

    private static char Unit(ReadOnlySpan<byte> escape) => (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
