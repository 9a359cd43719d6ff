using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;

namespace Tamiz.Documents.Charts;

/// <summary>Lays out a chart, the same for every kind of picture.</summary>
internal static class ChartLayout
{
    /// <summary>The drawing of a chart, its words set by the rules of the language.</summary>
    public static Drawing Of(Chart chart, Language language)
    {
        var words = DocumentWords.Of(language);
        return chart switch
        {
            BarChart bars => BarLayout.Of(bars with { Labels = Set(bars.Labels), Series = SetSeries(bars.Series), Unit = One(bars.Unit) }, words),
            LineChart lines => LineLayout.Of(lines with { Labels = Set(lines.Labels), Series = SetSeries(lines.Series), Unit = One(lines.Unit) }, words),
            RadarChart radar => RadarLayout.Of(radar with { Labels = Set(radar.Labels), Series = SetSeries(radar.Series) }, words),
            GridChart grid => GridLayout.Of(grid with
            {
                Across = Set(grid.Across),
                Up = Set(grid.Up),
                AcrossTitle = One(grid.AcrossTitle),
                UpTitle = One(grid.UpTitle),
                Cells = [.. grid.Cells.Select(row => row.Select(cell => cell with { Text = One(cell.Text) }).ToList())],
            }, words),
            _ => throw new ArgumentException($"There is no layout for {chart.GetType().Name}.", nameof(chart)),
        };

        string One(string text) => Typography.Set(text, language);
        IReadOnlyList<string> Set(IReadOnlyList<string> texts) => [.. texts.Select(One)];
        IReadOnlyList<Series> SetSeries(IReadOnlyList<Series> series) => [.. series.Select(one => one with { Name = One(one.Name) })];
    }
}
