using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;

namespace Tamiz.Documents.Charts;

/// <summary>Lays out a grid of cells: what a tone says stands in words in the cell, and as one to five squares at its foot.</summary>
internal static class GridLayout
{
    private const double LabelWidth = 118;
    private const double Left = 150;
    private const double Padding = 8;
    private const double Foot = 14;

    public static Drawing Of(GridChart chart, Phrasebook words)
    {
        var sketch = new Sketch();
        var (columns, rows) = (chart.Across.Count, chart.Up.Count);
        if (columns == 0 || rows == 0)
        {
            sketch.Label([words["document.none"]], Drawing.Width / 2, 30, Anchor.Middle, Paint.Muted);
            return sketch.Done(60);
        }

        var wide = (Drawing.Width - Left) / columns;
        var least = Math.Max(46, (Letters.Width(chart.UpTitle, Drawing.Letter, bold: true) + 12) / rows);
        var y = 4.0;
        for (var row = rows - 1; row >= 0; row--)
        {
            var cells = Enumerable.Range(0, columns).Select(column => CellAt(chart, row, column)).ToList();
            var texts = cells.Select(cell => Sketch.Wrap(cell.Text, wide - (2 * Padding))).ToList();
            var label = Sketch.Wrap(chart.Up[row], LabelWidth);
            var tall = Math.Max(least, (Math.Max(label.Count, texts.Max(lines => lines.Count)) * Sketch.LineHeight) + Padding + Foot);
            sketch.Label(label, Left - 10, y + (tall / 2), Anchor.End, Paint.Text);
            for (var column = 0; column < columns; column++)
            {
                Draw(sketch, cells[column], texts[column], Left + (wide * column), (y, wide, tall));
            }

            y += tall;
        }

        sketch.Add(new Label(chart.UpTitle, 12, 4 + ((y - 4) / 2), Anchor.Middle, Paint.Muted, IsBold: true, IsUpright: true));
        var below = y;
        for (var column = 0; column < columns; column++)
        {
            below = Math.Max(below, sketch.Flow(Sketch.Wrap(chart.Across[column], wide - 6), Left + (wide * (column + 0.5)), y + 6, Anchor.Middle, Paint.Text));
        }

        sketch.Add(new Label(chart.AcrossTitle, Left + (wide * columns / 2), below + 17, Anchor.Middle, Paint.Muted, IsBold: true));
        return sketch.Done(below + 26);
    }

    private static Cell CellAt(GridChart chart, int row, int column) =>
        row < chart.Cells.Count && column < chart.Cells[row].Count ? chart.Cells[row][column] : new Cell("");

    private static void Draw(Sketch sketch, Cell cell, IReadOnlyList<string> lines, double x, (double Y, double Wide, double Tall) place)
    {
        var (y, wide, tall) = place;
        if (cell.Tone != Tone.None)
        {
            sketch.Add(new Box(x, y, wide, tall, Paint.Tone(cell.Tone)));
        }

        sketch.Add(new Stroke([(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)], Paint.Line, 1, IsClosed: true));
        sketch.Label(lines, x + (wide / 2), y + ((tall - Foot) / 2) + 2, Anchor.Middle, Paint.OnTone(cell.Tone));
        for (var i = 0; i < (int)cell.Tone; i++)
        {
            sketch.Add(new Box(x + (wide / 2) + ((i - ((int)cell.Tone / 2.0)) * 8) + 1.5, y + tall - 10, 5, 5, Paint.OnTone(cell.Tone)));
        }
    }
}
