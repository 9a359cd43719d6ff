namespace Tamiz.Simulation.World;

/// <summary>Whole amounts within what a record can hold, whatever a pack's numbers multiply to.</summary>
internal static class Amount
{
    /// <summary>Hundredths of a currency at most, ten million million.</summary>
    public const double MostMoney = 1e15;

    /// <summary>Grams, and statistical units, at most.</summary>
    public const double Most = 1e12;

    /// <summary>The nearest whole amount.</summary>
    public static long Of(double amount, double least, double most) => double.IsNaN(amount) ? (long)least : (long)Math.Round(Math.Clamp(amount, least, most));

    /// <summary>The nearest whole amount of money, at least a hundredth.</summary>
    public static long Money(double hundredths) => Of(hundredths, 1, MostMoney);

    /// <summary>The price of goods in US dollars, without freight and insurance, from their value.</summary>
    public static long Price(long value, double rate) => Money(value / 1.08 / rate);
}
