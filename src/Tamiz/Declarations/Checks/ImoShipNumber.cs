namespace Tamiz.Declarations.Checks;

/// <summary>Ship numbers of the International Maritime Organization.</summary>
public static class ImoShipNumber
{
    /// <summary>The seven digits of a text such as 9074729 or IMO 9074729; empty where it does not look like one.</summary>
    public static ReadOnlySpan<char> Find(ReadOnlySpan<char> means)
    {
        var digits = means.StartsWith("IMO", StringComparison.Ordinal) ? means[3..].TrimStart() : means;
        return digits.Length == 7 && !digits.ContainsAnyExceptInRange('0', '9') ? digits : [];
    }

    /// <summary>Whether the last of seven digits is that of the sum of the others, weighted 7 down to 2.</summary>
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 7 || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 6; i++)
        {
            sum += (digits[i] - '0') * (7 - i);
        }

        return sum % 10 == digits[6] - '0';
    }
}
