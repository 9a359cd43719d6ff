namespace Tamiz.Declarations.Checks;

/// <summary>IMO ship identification numbers: seven digits, the last a check digit.</summary>
public static class ShipNumber
{
    /// <summary>The check digit of a number's first six digits: the last digit of their sum weighted with 7 down to 2.</summary>
    /// <param name="sixDigits">Six digits.</param>
    /// <exception cref="ArgumentException">They are not six digits.</exception>
    public static int CheckDigit(ReadOnlySpan<char> sixDigits)
    {
        if (sixDigits.Length != 6 || !Characters.AreDigits(sixDigits))
        {
            throw new ArgumentException("Six digits are needed.", nameof(sixDigits));
        }

        var sum = 0;
        for (var i = 0; i < sixDigits.Length; i++)
        {
            sum += (sixDigits[i] - '0') * (7 - i);
        }

        return sum % 10;
    }

    /// <summary>Whether these are seven digits that do not begin with 0 and end with their check digit.</summary>
    internal static bool IsValid(ReadOnlySpan<char> number) =>
        number.Length == 7 && Characters.AreDigits(number) && number[0] != '0' && CheckDigit(number[..^1]) == number[^1] - '0';
}
