using System.Globalization;

namespace Tamiz.Declarations;

/// <summary>The number under which an office registered a declaration. Ordered by its text, ordinally.</summary>
/// <param name="Office">Customs office; empty where the file has none.</param>
/// <param name="Year">Year of registration; 0 where the file has none.</param>
/// <param name="Number">Registration number, or a stand-in of 24 hexadecimal digits made from the row (see the mapping guide).</param>
/// <param name="Version">1 for the declaration as first lodged; amendments count on.</param>
public sealed record Identity(string Office, int Year, string Number, int Version = 1) : IComparable<Identity>
{
    /// <summary>office/year/number, leaving out what is unknown, with -vN from version 2.</summary>
    public string Text { get; } = TextOf(Office, Year, Number, Version);

    /// <summary>The same without the version.</summary>
    public string WithoutVersion() => Version == 1 ? Text : TextOf(Office, Year, Number, 1);

    /// <inheritdoc/>
    public int CompareTo(Identity? other) => string.CompareOrdinal(Text, other?.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Whether <paramref name="left"/> comes first.</summary>
    public static bool operator <(Identity left, Identity right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes later.</summary>
    public static bool operator >(Identity left, Identity right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come later.</summary>
    public static bool operator <=(Identity left, Identity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come first.</summary>
    public static bool operator >=(Identity left, Identity right) => left.CompareTo(right) >= 0;

    private static string TextOf(string office, int year, string number, int version) => (office.Length > 0, year, version) switch
    {
        (false, 0, 1) => number,
        (true, 0, 1) => string.Concat(office, "/", number),
        (true, _, 1) => string.Create(CultureInfo.InvariantCulture, $"{office}/{year}/{number}"),
        _ => string.Concat(
            office.Length == 0 ? "" : office + "/",
            year == 0 ? "" : year.ToString(CultureInfo.InvariantCulture) + "/",
            number,
            version == 1 ? "" : "-v" + version.ToString(CultureInfo.InvariantCulture)),
    };
}
