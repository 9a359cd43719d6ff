namespace Tamiz;

/// <summary>A mass as declared; negative where it was declared so (a check names it).</summary>
/// <param name="Kilograms">Kilograms.</param>
public readonly record struct Mass(decimal Kilograms) : IComparable<Mass>
{
    /// <inheritdoc/>
    public int CompareTo(Mass other) => Kilograms.CompareTo(other.Kilograms);

    /// <summary>Whether <paramref name="left"/> is lighter.</summary>
    public static bool operator <(Mass left, Mass right) => left.Kilograms < right.Kilograms;

    /// <summary>Whether <paramref name="left"/> is heavier.</summary>
    public static bool operator >(Mass left, Mass right) => left.Kilograms > right.Kilograms;

    /// <summary>Whether <paramref name="left"/> is not heavier.</summary>
    public static bool operator <=(Mass left, Mass right) => left.Kilograms <= right.Kilograms;

    /// <summary>Whether <paramref name="left"/> is not lighter.</summary>
    public static bool operator >=(Mass left, Mass right) => left.Kilograms >= right.Kilograms;

    /// <summary>Both together, in kilograms.</summary>
    public static Mass operator +(Mass left, Mass right) => new(left.Kilograms + right.Kilograms);
}
