namespace Tamiz.Documents.Charts;

/// <summary>An axis with round marks.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end, above the lower.</param>
/// <param name="Marks">Round values on it, ascending.</param>
internal sealed record Axis(double Low, double High, IReadOnlyList<double> Marks)
{
    /// <summary>An axis between two ends; where they are not two numbers, from 0 to 1.</summary>
    public static Axis Between(double low, double high)
    {
        (low, high) = double.IsFinite(low) && double.IsFinite(high) && high > low ? (low, high) : double.IsFinite(low) ? (low - 0.5, low + 0.5) : (0, 1);
        var step = Step((high - low) / 5);
        var first = (long)Math.Ceiling((low / step) - 1e-9);
        var last = (long)Math.Floor((high / step) + 1e-9);
        var marks = new List<double>();
        for (var i = first; i <= last; i++)
        {
            marks.Add(Math.Round(i * step, 10));
        }

        return new Axis(low, high, marks);
    }

    /// <summary>An axis that holds values, its ends round.</summary>
    public static Axis Around(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToList();
        var (low, high) = finite.Count == 0 ? (0, 1) : (finite.Min(), finite.Max());
        low = low >= 0 && low < high * 0.6 ? 0 : low;
        (low, high) = high > low ? (low, high) : (low - 0.5, high + 0.5);
        var step = Step((high - low) / 5);
        return Between(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
    }

    /// <summary>Where a value stands, from 0 to 1; what lies outside stands at the end.</summary>
    public double Of(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);

    // 1, 2 or 5 times a power of ten, at least as large.
    private static double Step(double least)
    {
        var power = 1.0;
        for (; power > least; power /= 10)
        {
        }

        for (; power * 10 <= least; power *= 10)
        {
        }

        return least <= power ? power : least <= power * 2 ? power * 2 : least <= power * 5 ? power * 5 : power * 10;
    }
}
