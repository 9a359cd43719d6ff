using System.Globalization;

namespace Tamiz;

/// <summary>A point on the time line, in whole milliseconds since 1970-01-01T00:00:00Z.</summary>
/// <param name="UnixMilliseconds">Milliseconds since the Unix epoch; negative before it.</param>
public readonly record struct Instant(long UnixMilliseconds) : IComparable<Instant>
{
    /// <summary>Milliseconds in a day of 24 hours.</summary>
    public const long MillisecondsPerDay = 86_400_000;

    /// <summary>The earliest instant that a declaration can carry: 0001-01-01.</summary>
    public static readonly Instant Earliest = new(-62_135_596_800_000);

    /// <summary>The latest instant that a declaration can carry: the end of 9999.</summary>
    public static readonly Instant Latest = new(253_402_300_799_999);

    /// <summary>Days since 1970-01-01 in UTC, rounded towards the past.</summary>
    public int DayNumber => (int)Math.Floor(UnixMilliseconds / (double)MillisecondsPerDay);

    /// <summary>The instant of a date and time that is meant in UTC.</summary>
    /// <param name="utc">Read as UTC whatever its kind.</param>
    public static Instant FromUtc(DateTime utc) =>
        new((utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond);

    /// <summary>The instant at which a date begins in UTC.</summary>
    public static Instant FromDate(DateOnly date) => FromUtc(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>Date and time in UTC.</summary>
    public DateTime ToUtc() => DateTime.UnixEpoch.AddTicks(UnixMilliseconds * TimeSpan.TicksPerMillisecond);

    /// <summary>This instant moved by whole days of 24 hours.</summary>
    /// <param name="days">Days; negative moves to the past.</param>
    public Instant AddDays(int days) => new(UnixMilliseconds + (days * MillisecondsPerDay));

    /// <inheritdoc/>
    public int CompareTo(Instant other) => UnixMilliseconds.CompareTo(other.UnixMilliseconds);

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(Instant left, Instant right) => left.UnixMilliseconds < right.UnixMilliseconds;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(Instant left, Instant right) => left.UnixMilliseconds > right.UnixMilliseconds;

    /// <summary>Whether <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(Instant left, Instant right) => left.UnixMilliseconds <= right.UnixMilliseconds;

    /// <summary>Whether <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(Instant left, Instant right) => left.UnixMilliseconds >= right.UnixMilliseconds;

    /// <summary>ISO 8601 in UTC, to the second, or to the millisecond where there are any.</summary>
    public override string ToString() => ToUtc().ToString(
        UnixMilliseconds % 1000 == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
