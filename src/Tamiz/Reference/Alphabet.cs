namespace Tamiz.Reference;

/// <summary>Turns codes of fixed length into small whole numbers, without allocation.</summary>
internal static class Alphabet
{
    /// <summary>The number that decimal digits write; -1 where a character is no digit.</summary>
    internal static int OfDigits(ReadOnlySpan<char> code)
    {
        var number = 0;
        foreach (var c in code)
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            number = (number * 10) + (c - '0');
        }

        return number;
    }

    /// <summary>The number that the letters A to Z write in base 26; -1 where a character is none of them.</summary>
    internal static int OfLetters(ReadOnlySpan<char> code)
    {
        var number = 0;
        foreach (var c in code)
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                return -1;
            }

            number = (number * 26) + (c - 'A');
        }

        return number;
    }

    /// <summary>The number that digits and letters A to Z write in base 36; -1 where a character is none of them.</summary>
    internal static int OfLettersAndDigits(ReadOnlySpan<char> code)
    {
        var number = 0;
        foreach (var c in code)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c))
            {
                return -1;
            }

            number = (number * 36) + (c <= '9' ? c - '0' : c - 'A' + 10);
        }

        return number;
    }
}
