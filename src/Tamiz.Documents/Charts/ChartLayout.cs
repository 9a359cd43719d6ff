using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;

namespace Tamiz.Documents.Charts;

/// <summary>Lays out a chart, the same for every kind of picture.</summary>
internal static class ChartLayout
{
    private const int MostBars = 44;

    /// <summary>The pieces of a chart that each fit on a page; a chart of few bars is one piece. A wheel of too few or too many spokes becomes bars.</summary>
    public static IReadOnlyList<Chart> Pieces(Chart chart)
    {
        if (chart is RadarChart { Labels.Count: < RadarLayout.Fewest or > RadarLayout.Most } radar)
        {
            chart = new BarChart(radar.Labels, radar.Series, 0, radar.High, "");
        }

        if (chart is not BarChart bars || bars.Labels.Count * bars.Series.Count <= MostBars)
        {
            return [chart];
        }

        var pieces = new List<Chart>();
        var count = (int)Math.Ceiling(bars.Labels.Count * bars.Series.Count / (double)MostBars);
        var size = (int)Math.Ceiling(bars.Labels.Count / (double)count);
        for (var at = 0; at < bars.Labels.Count; at += size)
        {
            var range = at..Math.Min(at + size, bars.Labels.Count);
            pieces.Add(bars with
            {
                Labels = bars.Labels.Take(range).ToList(),
                Series = bars.Series.Select(one => one with { Values = one.Values.Take(range).ToList(), Intervals = one.Intervals?.Take(range).ToList() }).ToList(),
            });
        }

        return pieces;
    }

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
