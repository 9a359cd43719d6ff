namespace Tamiz.Declarations.Checks;

/// <summary>Container numbers after ISO 6346:2022.</summary>
public static class ContainerNumber
{
    /// <summary>
    /// Whether the number has the standard's form and its check digit: letters count 10 to 38 without 11, 22 and 33, each sign
    /// times 2 to the power of its place, the sum modulo 11, 10 read as 0.
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> number)
    {
        if (number.Length != 11 || number[3] is not ('U' or 'J' or 'Z'))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            var value = i < 4 ? LetterValue(number[i]) : char.IsAsciiDigit(number[i]) ? number[i] - '0' : -1;
            if (value < 0)
            {
                return false;
            }

            sum += value << i;
        }

        return char.IsAsciiDigit(number[10]) && sum % 11 % 10 == number[10] - '0';
    }

    private static int LetterValue(char letter)
    {
        if (!char.IsAsciiLetterUpper(letter))
        {
            return -1;
        }

        var index = letter - 'A';
        return 10 + index + (index > 0 ? 1 : 0) + (index > 10 ? 1 : 0) + (index > 20 ? 1 : 0);
    }
}
