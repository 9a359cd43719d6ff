using System.Globalization;

namespace Tamiz.Simulation.Checking;

/// <summary>Local times as whole minutes since 2000-01-01T00:00, so that a million of them take little room.</summary>
internal static class Moment
{
    /// <summary>Stands for no time.</summary>
    public const int None = int.MinValue;

    /// <summary>Minutes of a day.</summary>
    public const int Day = 1440;

    private static readonly int Begin = new DateOnly(2000, 1, 1).DayNumber;

    /// <summary>Reads yyyy-MM-dd, yyyy-MM-ddTHH:mm or yyyy-MM-ddTHH:mm:ss.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out int minute)
    {
        minute = None;
        if (text.Length is not (10 or 16 or 19) || text[4] != '-' || text[7] != '-' || (text.Length > 10 && (text[10] != 'T' || text[13] != ':')))
        {
            return false;
        }

        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var (hour, minutes) = text.Length > 10 ? (Digits(text[11..13]), Digits(text[14..16])) : (0, 0);
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minutes is < 0 or > 59)
        {
            return false;
        }

        minute = ((new DateOnly(year, month, day).DayNumber - Begin) * Day) + (hour * 60) + minutes;
        return true;
    }

    /// <summary>The day on which a minute lies.</summary>
    public static DateOnly DateOf(int minute) => DateOnly.FromDayNumber(Begin + (int)Math.Floor(minute / (double)Day));

    /// <summary>The minute at which a day begins.</summary>
    public static int Of(DateOnly date) => (date.DayNumber - Begin) * Day;

    /// <summary>yyyy-MM-ddTHH:mm.</summary>
    public static string Text(int minute) => string.Create(CultureInfo.InvariantCulture,
        $"{DateOf(minute):yyyy-MM-dd}T{(((minute % Day) + Day) % Day) / 60:00}:{((minute % 60) + 60) % 60:00}");

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var letter in text)
        {
            if (letter is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            value = (value * 10) + letter - '0';
        }

        return value;
    }
}
