using System.Text;

namespace Tamiz.Storage.Persons;

/// <summary>16 bytes as text that a person can copy by hand: base32 with Crockford's alphabet, which has no I, L, O and U.</summary>
internal static class TokenText
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Bytes = 16;
    private const int Characters = 26;
    private const int Group = 5;

    public static string Of(ReadOnlySpan<byte> token)
    {
        var text = new StringBuilder(Characters + 4);
        int bits = 0, held = 0;
        for (int i = 0, written = 0; written < Characters; written++)
        {
            if (held < 5)
            {
                bits = (bits << 8) | (i < Bytes ? token[i] : 0);
                held += 8;
                i++;
            }

            held -= 5;
            text.Append(written > 0 && written % Group == 0 && written < Characters - 1 ? "-" : "").Append(Alphabet[(bits >> held) & 31]);
            bits &= (1 << held) - 1;
        }

        return text.ToString();
    }

    /// <summary>The bytes of a text; null where it is none.</summary>
    public static byte[]? Read(string text)
    {
        var token = new byte[Bytes];
        int bits = 0, held = 0, read = 0, count = 0;
        foreach (var c in text)
        {
            if (c is '-' or ' ')
            {
                continue;
            }

            var value = Value(c);
            if (value < 0 || ++count > Characters)
            {
                return null;
            }

            bits = (bits << 5) | value;
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                token[read++] = (byte)(bits >> held);
                bits &= (1 << held) - 1;
            }
        }

        return count == Characters && bits == 0 ? token : null;
    }

    private static int Value(char c) => char.ToUpperInvariant(c) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var upper => Alphabet.IndexOf(upper, StringComparison.Ordinal),
    };
}
