using System.Globalization;

namespace Tamiz.Reference;

/// <summary>Rates of exchange to the home's currency, each in force from its date until the next.</summary>
public sealed class ExchangeRates
{
    private readonly Dictionary<string, (int[] Days, decimal[] Rates)> _rates = new(StringComparer.Ordinal);

    /// <summary>Rates from lines of date,currency,rate with a heading; rate is home currency for one unit. Lines that are not so are skipped and counted.</summary>
    /// <param name="home">ISO 4217 code of the home's currency; it has rate 1.</param>
    /// <param name="csv">The lines; null for none.</param>
    public ExchangeRates(string home, string? csv)
    {
        Home = home;
        var lines = (csv ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).ToList();
        foreach (var group in lines.Where(IsRate).GroupBy(line => line[1].Trim(), StringComparer.Ordinal))
        {
            var ordered = group.Select(line => (Day: Day(line[0]), Rate: decimal.Parse(line[2], NumberStyles.Float, CultureInfo.InvariantCulture)))
                .OrderBy(rate => rate.Day).ToArray();
            _rates[group.Key] = ([.. ordered.Select(rate => rate.Day)], [.. ordered.Select(rate => rate.Rate)]);
        }

        Skipped = lines.Count(line => !IsRate(line));
    }

    /// <summary>The home's currency.</summary>
    public string Home { get; }

    /// <summary>Lines that were not rates.</summary>
    public int Skipped { get; }

    /// <summary>An amount in the home's currency at the rate in force on a day; null where there is none.</summary>
    public decimal? Convert(Money money, DateOnly on)
    {
        if (money.Currency.Length == 0 || string.Equals(money.Currency, Home, StringComparison.Ordinal))
        {
            return money.Amount;
        }

        if (!_rates.TryGetValue(money.Currency, out var rates))
        {
            return null;
        }

        var index = Array.BinarySearch(rates.Days, on.DayNumber);
        index = index < 0 ? ~index - 1 : index;
        return index < 0 ? null : money.Amount * rates.Rates[index];
    }

    private static bool IsRate(string[] line) =>
        line.Length == 3 && DateOnly.TryParseExact(line[0].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && decimal.TryParse(line[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate > 0;

    private static int Day(string text) => DateOnly.ParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
}
