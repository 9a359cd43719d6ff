namespace Tamiz.Declarations.Checks;

/// <summary>
/// Container numbers of ISO 6346: owner code (three letters), category (U freight container, J detachable equipment, Z trailer or
/// chassis), serial number (six digits), check digit.
/// </summary>
public static class ContainerNumber
{
    /// <summary>Characters of a number without separators.</summary>
    public const int Length = 11;

    /// <summary>The check digit of a number's first ten characters, 0 to 9; remainder 10 also gives 0.</summary>
    /// <param name="ownerAndSerial">Four upper-case letters and six digits.</param>
    /// <exception cref="ArgumentException">They are not that.</exception>
    public static int CheckDigit(ReadOnlySpan<char> ownerAndSerial)
    {
        if (ownerAndSerial.Length != Length - 1 || !LettersThenDigits(ownerAndSerial))
        {
            throw new ArgumentException("Four upper-case letters and six digits are needed.", nameof(ownerAndSerial));
        }

        var sum = 0;
        for (var i = 0; i < ownerAndSerial.Length; i++)
        {
            sum += ValueOf(ownerAndSerial[i]) << i;
        }

        return sum % 11 % 10;
    }

    /// <summary>Reads a number, leaving out blanks and hyphens, into its eleven characters; false where its form is another.</summary>
    internal static bool TryRead(ReadOnlySpan<char> written, Span<char> number)
    {
        var length = 0;
        foreach (var c in written)
        {
            if (c is ' ' or '-')
            {
                continue;
            }

            if (length == Length)
            {
                return false;
            }

            number[length++] = c;
        }

        return length == Length && LettersThenDigits(number) && number[3] is ('U' or 'J' or 'Z');
    }

    private static bool LettersThenDigits(ReadOnlySpan<char> text) =>
        Characters.AreCapitals(text[..4]) && Characters.AreDigits(text[4..]);

    // A is 10, and the multiples of 11 are left out: B 12 to K 21, L 23 to U 32, V 34 to Z 38.
    private static int ValueOf(char c) => c switch
    {
        <= '9' => c - '0',
        'A' => 10,
        <= 'K' => c - 'B' + 12,
        <= 'U' => c - 'L' + 23,
        _ => c - 'V' + 34,
    };
}
