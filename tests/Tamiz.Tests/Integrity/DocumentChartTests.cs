using CsCheck;
using Tamiz.Documents.Charts;
using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;
using Tamiz.Documents.Templates;
using Xunit;

namespace Tamiz.Tests.Integrity;

public class DocumentChartTests
{
    private static readonly Gen<double> Value = Gen.OneOf(Gen.Double[-5, 12], Gen.Const(double.NaN), Gen.Const(0.0));
    private static readonly Gen<string> Name = Gen.Char["abc ñé-XYZ"].Array[0, 70].Select(letters => new string(letters));

    private static readonly Gen<Chart> Any = Gen.Select(Name.Array[0, 24], Value.Array[48], Gen.Int[0, 3]).Select((labels, values, kind) =>
    {
        IReadOnlyList<Series> series = [new("Uno", values[..labels.Length]), new("Dos", values[^labels.Length..], [.. values[..labels.Length].Select(value => (value - 1, value + 1))])];
        return (Chart)(kind switch
        {
            0 => new BarChart(labels, series, -5, 12, "unidad"),
            1 => new LineChart(labels, series, "unidad"),
            2 => new RadarChart(labels, series, 12),
            _ => new GridChart([.. labels.Take(5)], labels, "a", "b", [.. labels.Select(label => (IReadOnlyList<Cell>)[new Cell(label, Tone.Bad)])]),
        });
    });

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, DocumentSample.Charts().Count())];

    [Fact]
    public void Every_label_of_any_chart_is_written_whole_and_inside() => Any.Sample(chart => AllInside(chart), iter: 400);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_hard_chart_is_drawn_inside_its_picture(int number) => AllInside(DocumentSample.Charts().ElementAt(number));

    [Fact]
    public void A_picture_is_the_same_again()
    {
        var drawing = ChartLayout.Of(DocumentSample.Bars(10), Language.Es);
        Assert.Equal(PngPainter.Paint(drawing, Palette.Default, 700), PngPainter.Paint(drawing, Palette.Default, 700));
    }

    [Fact]
    public void A_missing_value_is_said_in_words() =>
        Assert.All(DocumentSample.Charts().Where(chart => chart is BarChart { Labels.Count: 3, Series: [{ Name: "Falta" }] }),
            chart => Assert.Equal(3, ChartLayout.Of(chart, Language.Fr).Shapes.OfType<Label>().Count(words => words.Text == "Pas de données")));

    [Fact]
    public void Tones_are_told_apart_without_colour()
    {
        var shapes = ChartLayout.Of(DocumentSample.Grid(5), Language.Es).Shapes;
        for (var tone = 1; tone <= Palette.ToneCount; tone++)
        {
            var paint = Paint.Tone((Tone)tone);
            var cells = shapes.OfType<Box>().Count(box => box.Paint == paint);
            Assert.Equal(cells * tone, shapes.OfType<Box>().Count(box => box.Paint == Paint.OnTone((Tone)tone)));
            Assert.True(cells > 0);
        }

        var luminance = Palette.Default.Tones.Select(Palette.Luminance).ToList();
        Assert.Equal(luminance.OrderDescending(), luminance);
    }

    [Fact]
    public void Wrapped_lines_hold_all_letters() => Gen.Select(Name, Gen.Double[20, 300]).Sample((text, width) =>
    {
        var lines = Letters.Wrap(text, width, 10);
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.Length <= 1 || Letters.Width(line, 10) <= width + 1e-9, line));
    });

    [Theory]
    [InlineData(0, 4)]
    [InlineData(-3, 1e6)]
    [InlineData(0.001, 0.0011)]
    [InlineData(5, 5)]
    [InlineData(double.NaN, 1)]
    public void Marks_of_an_axis_are_few_and_inside(double low, double high)
    {
        var axis = Axis.Between(low, high);
        Assert.InRange(axis.Marks.Count, 1, 12);
        Assert.All(axis.Marks, mark => Assert.InRange(mark, axis.Low - 1e-9, axis.High + 1e-9));
    }

    [Fact]
    public void The_usual_colours_can_be_read_by_everybody()
    {
        var colours = Palette.Default;
        Assert.All(new[] { colours.Text, colours.Accent, colours.Muted }, colour => Assert.True(Palette.Contrast(colour, "#ffffff") >= 4.5, colour));
        Assert.All(new[] { colours.Text, colours.Accent, colours.Muted }, colour => Assert.True(Palette.Contrast(colour, colours.Shade) >= 4.5, colour));
        Assert.All(colours.Tones, tone => Assert.True(Palette.Contrast(colours.On(tone), tone) >= 4.5, tone));
        Assert.All(colours.Series, series => Assert.True(Palette.Contrast(series, "#ffffff") >= 3, series));
        Assert.Equal(21, Palette.Contrast("#000000", "#ffffff"), 6);
    }

    private static void AllInside(Chart chart)
    {
        var pieces = ChartLayout.Pieces(chart);
        Assert.All(pieces, PieceInside);
        Assert.Equal(LabelsOf(chart), pieces.SelectMany(LabelsOf));
    }

    private static IReadOnlyList<string> LabelsOf(Chart chart) => chart switch { BarChart bars => bars.Labels, RadarChart radar => radar.Labels, GridChart { Across.Count: > 0 } grid => grid.Up, _ => [] };

    private static void PieceInside(Chart chart)
    {
        var drawing = ChartLayout.Of(chart, Language.Es);
        Assert.InRange(drawing.Height, 20, chart is GridChart ? 4000 : 2400);
        var words = drawing.Shapes.OfType<Label>().ToList();
        Assert.All(words.Where(one => one.IsUpright), one => Assert.InRange(Letters.Width(one.Text, one.Size, one.IsBold) / 2, 0, Math.Min(one.Y, drawing.Height - one.Y)));
        Assert.All(words.Where(one => !one.IsUpright), one =>
        {
            var width = Letters.Width(one.Text, one.Size, one.IsBold);
            var left = one.Anchor switch { Anchor.Start => one.X, Anchor.End => one.X - width, _ => one.X - (width / 2) };
            Assert.True(left >= -1 && left + width <= Drawing.Width + 1, $"{chart.GetType().Name}: «{one.Text}» from {left} to {left + width}");
            Assert.InRange(one.Y, 0, drawing.Height);
        });
        var written = string.Concat(words.Select(one => one.Text)).Replace(" ", "", StringComparison.Ordinal);
        Assert.All(LabelsOf(chart), label => Assert.Contains(label.Replace(" ", "", StringComparison.Ordinal), written, StringComparison.Ordinal));
        Assert.All(drawing.Shapes.OfType<Box>(), box => Assert.True(box.X >= 0 && box.X + box.Width <= Drawing.Width + 1 && double.IsFinite(box.Y)));
    }
}
