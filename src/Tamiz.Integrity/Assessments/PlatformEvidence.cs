using System.Globalization;
using System.Text;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Assessments;

/// <summary>What the platform measured by itself, and what it did not measure yet: platform.csv.</summary>
/// <param name="Indicator">What.</param>
/// <param name="Date">When it was measured.</param>
/// <param name="Value">The value; null where it is not available.</param>
/// <param name="N">How many cases stand behind it.</param>
/// <param name="Source">What it was measured on; where there is no value, the code of the cause (<see cref="Causes"/>).</param>
public sealed record PlatformEvidence(PlatformIndicator Indicator, DateOnly Date, double? Value, long N, string Source)
{
    private static readonly string[] Headings = ["indicator", "date", "value", "n", "source"];

    /// <summary>Why an indicator has no value: nothing of the kind happened yet; the platform does not record it yet.</summary>
    public static IReadOnlyList<string> Causes { get; } = ["no-cases", "not-recorded"];

    /// <summary>What was measured latest for each indicator; what the file lacks stands as not recorded.</summary>
    /// <param name="rows">Rows of the file.</param>
    /// <param name="date">Later ones do not count.</param>
    public static IReadOnlyList<PlatformEvidence> Latest(IReadOnlyList<PlatformEvidence> rows, DateOnly date) =>
        [.. PlatformIndicator.All.Select(indicator => rows.Where(row => row.Indicator == indicator && row.Date <= date).MaxBy(row => row.Date)
            ?? new PlatformEvidence(indicator, date, null, 0, "not-recorded"))];

    /// <summary>Reads platform.csv.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="file">The file's name for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ03xx, TZ2965, TZ2966.</param>
    public static IReadOnlyList<PlatformEvidence> Read(byte[] content, string file, ICollection<Diagnostic> diagnostics) =>
        [.. CsvTable.Read(content, file, Headings, [], diagnostics).Select(row => Read(row, diagnostics)).OfType<PlatformEvidence>()];

    /// <summary>Writes platform.csv, by indicator and date.</summary>
    public static string Write(IEnumerable<PlatformEvidence> rows)
    {
        var text = new StringBuilder(string.Join(',', Headings)).Append('\n');
        foreach (var row in rows.OrderBy(row => row.Indicator.Factor.Number).ThenBy(row => row.Indicator.Id, StringComparer.Ordinal).ThenBy(row => row.Date))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Indicator.Id},{row.Date:yyyy-MM-dd},{row.Value?.ToString("0.######", CultureInfo.InvariantCulture)},{row.N},{row.Source}\n");
        }

        return text.ToString();
    }

    private static PlatformEvidence? Read(CsvTable.Row row, ICollection<Diagnostic> diagnostics)
    {
        var (fields, where) = (row.Fields, row.Where);
        double? value = null;
        var wrong = !DateOnly.TryParseExact(fields[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? 1
            : !TryValue(fields[2], out value) ? 2
            : !long.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? 3
            : value is null && !Causes.Contains(fields[4]) ? 4 : -1;
        if (wrong >= 0)
        {
            diagnostics.Add(AssessmentDiagnostics.PlatformValue.At(where[wrong], fields[wrong]));
            return null;
        }

        if (PlatformIndicator.Find(fields[0]) is { } indicator)
        {
            return new PlatformEvidence(indicator, date, value, long.Parse(fields[3], CultureInfo.InvariantCulture), fields[4]);
        }

        diagnostics.Add(AssessmentDiagnostics.UnknownIndicator.At(where[0], fields[0], Nearest.To(fields[0], PlatformIndicator.All.Select(one => one.Id)) is { } near ? $"«{near}»" : null));
        return null;
    }

    private static bool TryValue(string text, out double? value)
    {
        var fits = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        value = fits ? number : null;
        return fits || text.Length == 0;
    }
}
