namespace Tamiz.Ledger;

/// <summary>What the writer and the reader of packed numbers share: the forms of a head, and the bijection of signed and unsigned integers.</summary>
internal static class PackedNumber
{
    public const int Whole = 0;
    public const int Fraction = 1;
    public const int Bits = 2;
    public const int Unknown = 3;
    public const double Denominator = 1024;

    private const long Limit = 1L << 53;

    /// <summary>2n for n ≥ 0, −2n − 1 for n &lt; 0.</summary>
    public static ulong Fold(long value) => unchecked((ulong)((value << 1) ^ (value >> 63)));

    public static long Unfold(ulong folded) => unchecked((long)(folded >> 1) ^ -(long)(folded & 1));

    public static bool IsInRange(long integer) => integer is > -Limit and < Limit;

    /// <summary>Whether a number is an integer that the short forms hold; minus zero is not.</summary>
    public static bool IsWhole(double value, out long integer)
    {
        integer = 0;
        if (!(Math.Abs(value) < Limit))
        {
            return false;
        }

        integer = (long)value;
        return integer == value && (integer != 0 || !double.IsNegative(value));
    }

    /// <summary>The first form that gives a known number exactly, and its integer.</summary>
    public static int FormOf(double value, out long integer) =>
        IsWhole(value, out integer) ? Whole : IsWhole(value * Denominator, out integer) ? Fraction : Bits;
}
