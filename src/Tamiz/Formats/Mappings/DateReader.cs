using System.Globalization;

namespace Tamiz.Formats.Mappings;

/// <summary>Reads dates, with or without a time, in a mapping's formats. Not for several threads.</summary>
/// <param name="formats">Tried in order.</param>
/// <param name="zone">Zone in which a text without an offset is meant.</param>
/// <param name="office">Zone in which the day is counted.</param>
internal sealed class DateReader(IReadOnlyList<string> formats, TimeZoneInfo zone, TimeZoneInfo office)
{
    private const int MaxKept = 20_000;
    private readonly Dictionary<string, (Instant Instant, DateOnly Date)> _seen = new(StringComparer.Ordinal);
    private (string Text, Instant Instant, DateOnly Date) _last = ("", default, default);

    /// <summary>The instant, and the office's date; false where the text fits no format. A date without a time is the day that it names.</summary>
    public bool TryRead(string text, out Instant instant, out DateOnly date)
    {
        if (text.Length == 0 || !string.Equals(text, _last.Text, StringComparison.Ordinal))
        {
            if (!_seen.TryGetValue(text, out var known))
            {
                if (!TryFormats(text, out known.Instant, out known.Date))
                {
                    (instant, date) = (default, default);
                    return false;
                }

                Keep(text, known);
            }

            _last = (text, known.Instant, known.Date);
        }

        (_, instant, date) = _last;
        return true;
    }

    private void Keep(string text, (Instant, DateOnly) known)
    {
        if (_seen.Count >= MaxKept)
        {
            _seen.Clear();
        }

        _seen[text] = known;
    }

    private bool TryFormats(string text, out Instant instant, out DateOnly date)
    {
        (instant, date) = (default, default);
        foreach (var format in formats)
        {
            if (TryRead(text, format, out instant, out date))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryRead(string text, string format, out Instant instant, out DateOnly date)
    {
        (instant, date) = (default, default);
        var hasOffset = format.Contains('K', StringComparison.Ordinal) || format.Contains('z', StringComparison.Ordinal);
        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, hasOffset ? DateTimeStyles.RoundtripKind : DateTimeStyles.None, out var local))
        {
            return false;
        }

        // K also stands for no offset at all: then the time is meant in the zone, as without K.
        if (local.Kind != DateTimeKind.Unspecified
            && DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            instant = Instant.FromUtc(moment.UtcDateTime);
            date = DayAt(moment.UtcDateTime);
            return true;
        }

        var utc = Moved(local, -zone.GetUtcOffset(local));
        instant = Instant.FromUtc(utc);
        date = ReferenceEquals(zone, office) || !NamesTime(format) ? DateOnly.FromDateTime(local) : DayAt(utc);
        return true;
    }

    private static bool NamesTime(string format) => format.AsSpan().ContainsAny('H', 'h') || (format.Length == 1 && format is not ("d" or "D"));

    private DateOnly DayAt(DateTime utc) => DateOnly.FromDateTime(Moved(utc, office.GetUtcOffset(utc)));

    /// <summary>The time moved, within the years 1 to 9999.</summary>
    private static DateTime Moved(DateTime time, TimeSpan by) =>
        new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}
