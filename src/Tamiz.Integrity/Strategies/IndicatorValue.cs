using System.Globalization;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Strategies;

/// <summary>A value of an indicator: a row of indicators.csv.</summary>
/// <param name="Indicator">Id of the strategy's indicator.</param>
/// <param name="Date">When it was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="Interval">Its 95 % interval; null where it has none.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record IndicatorValue(string Indicator, DateOnly Date, double Value, (double Low, double High)? Interval, string Source)
{
    private static readonly string[] Needed = ["indicator", "date", "value", "source"];
    private static readonly string[] Optional = ["low", "high"];

    /// <summary>Reads indicators.csv.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="strategy">The strategy whose indicators they are.</param>
    /// <param name="diagnostics">Receives TZ03xx, TZ2953, TZ3014, TZ3015.</param>
    public static IReadOnlyList<IndicatorValue> Read(byte[] content, string file, Strategy strategy, ICollection<Diagnostic> diagnostics)
    {
        var known = strategy.Indicators.Select(indicator => indicator.Id).ToList();
        var values = new List<IndicatorValue>();
        foreach (var row in CsvTable.Read(content, file, Needed, Optional, diagnostics))
        {
            Ids.Demand(row.Fields[0], known, row.Where[0], diagnostics);
            if (Read(row, diagnostics) is { } value && known.Contains(value.Indicator))
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static IndicatorValue? Read(CsvTable.Row row, ICollection<Diagnostic> diagnostics)
    {
        var (fields, date) = (row.Fields, default(DateOnly));
        var numbers = new[] { fields[2], fields[4], fields[5] }.Select(Number).ToArray();
        var wrong = fields[0].Length == 0 ? 0
            : !DateOnly.TryParseExact(fields[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) ? 1
            : numbers[0] is null ? 2
            : fields[4].Length > 0 && numbers[1] is null ? 4
            : fields[5].Length > 0 && numbers[2] is null ? 5 : -1;
        if (wrong >= 0)
        {
            diagnostics.Add(ProgressDiagnostics.IndicatorValue.At(row.Where[wrong], fields[wrong]));
            return null;
        }

        if ((numbers[1] is null) != (numbers[2] is null) || numbers[1] > numbers[0] || numbers[2] < numbers[0])
        {
            diagnostics.Add(ProgressDiagnostics.BadInterval.At(row.Where[4], $"{fields[4]} – {fields[5]}"));
            return null;
        }

        return new IndicatorValue(fields[0], date, numbers[0]!.Value, numbers[1] is { } low ? (low, numbers[2]!.Value) : null, fields[3]);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
