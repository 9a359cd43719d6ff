using Tamiz.Formats.Mappings;

namespace Tamiz.Flow;

/// <summary>A row on its way, with the file that it comes from.</summary>
/// <param name="File">Index of the file among the inputs.</param>
/// <param name="Row">What was read.</param>
public readonly record struct InputRow(int File, LodgedRow Row) : IComparable<InputRow>
{
    /// <summary>By instant, identity, file, place in it.</summary>
    public int CompareTo(InputRow other)
    {
        var order = Row.Declaration.LodgedAt.CompareTo(other.Row.Declaration.LodgedAt);
        order = order != 0 ? order : Row.IdentityHash.CompareTo(other.Row.IdentityHash);
        order = order != 0 ? order : File.CompareTo(other.File);
        return order != 0 ? order : Row.Ordinal.CompareTo(other.Row.Ordinal);
    }

    /// <summary>Whether <paramref name="left"/> comes first.</summary>
    public static bool operator <(InputRow left, InputRow right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes later.</summary>
    public static bool operator >(InputRow left, InputRow right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come later.</summary>
    public static bool operator <=(InputRow left, InputRow right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come first.</summary>
    public static bool operator >=(InputRow left, InputRow right) => left.CompareTo(right) >= 0;
}
