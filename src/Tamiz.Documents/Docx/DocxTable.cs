using System.Globalization;
using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;
using Tamiz.Documents.Templates;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Tamiz.Documents.Docx;

/// <summary>Writes a table: fixed columns, its heading row repeated, rows kept whole unless they are tall.</summary>
internal sealed class DocxTable
{
    /// <summary>More columns than this have no room even on a sheet on its side.</summary>
    public const int MostColumns = 24;

    private const int MostUpright = 8;
    private const int MostUsual = 12;
    private const double Line = 11;
    private const double Tall = 0.35;
    private readonly Table _table;
    private readonly Palette _palette;
    private readonly Func<string, string> _set;
    private readonly int[] _widths;
    private readonly int _width;

    /// <summary>A table on a width in twentieths of a point.</summary>
    public DocxTable(Table table, Palette palette, Func<string, string> set, int width)
    {
        if (table.Columns.Count is 0 or > MostColumns)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"«{table.Caption}» has {table.Columns.Count} columns; a table has 1 to {MostColumns}"), nameof(table));
        }

        (_table, _palette, _set, _width) = (table, palette, set, width);
        var least = width / table.Columns.Count / 3;
        var sum = table.Columns.Sum(column => column.Width);
        var shared = width - (least * table.Columns.Count);
        _widths = [.. table.Columns.Select(column => least + (int)(shared * column.Width / sum))];
    }

    /// <summary>Whether a table needs a sheet on its side.</summary>
    public static bool IsWide(Table table) => table.Columns.Count > MostUpright;

    private bool IsCrowded => _table.Columns.Count > MostUsual;

    private double Letter => IsCrowded ? 6.5 : 8;

    private double Margin => IsCrowded ? 2 : 4;

    /// <summary>The table; the cursor goes past it.</summary>
    /// <param name="cursor">Reckons pages.</param>
    /// <param name="pageHeight">Height of a page's text in points.</param>
    /// <param name="nothing">What is said where there are no rows.</param>
    public W.Table Write(PageCursor cursor, double pageHeight, string nothing)
    {
        var written = new W.Table(Properties(), new W.TableGrid(_widths.Select(width => new W.GridColumn { Width = Text(width) })));
        var headings = _table.Columns.Select(column => _set(column.Heading)).ToList();
        var head = HeightOf(headings, isBold: true);
        written.Append(new W.TableRow([new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()),
            .. headings.Select((heading, i) => CellOf(heading, Tone.None, i, isHead: true))]));
        cursor.Keep(head);
        foreach (var row in _table.Rows)
        {
            var texts = row.Select(cell => _set(cell.Text)).ToList();
            var tall = HeightOf(texts, isBold: false);
            var cells = texts.Select((text, i) => CellOf(text, row[i].Tone, i, isHead: false));
            written.Append(new W.TableRow(tall > pageHeight * Tall ? [.. cells] : [new W.TableRowProperties(new W.CantSplit()), .. cells]));
            cursor.Block(tall, head);
        }

        if (_table.Rows.Count == 0)
        {
            var cell = new W.TableCell(new W.TableCellProperties(new W.TableCellWidth { Width = Text(_width), Type = W.TableWidthUnitValues.Dxa }, new W.GridSpan { Val = _table.Columns.Count }),
                DocxText.Paragraph("TamizTableText", DocxText.Run(nothing)));
            written.Append(new W.TableRow(cell));
            cursor.Block(Line + 5, head);
        }

        return written;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private W.TableProperties Properties()
    {
        var properties = new W.TableProperties(
            new W.TableStyle { Val = "TamizTable" },
            new W.TableWidth { Width = Text(_width), Type = W.TableWidthUnitValues.Dxa },
            new W.TableLayout { Type = W.TableLayoutValues.Fixed });
        if (IsCrowded)
        {
            properties.Append(new W.TableCellMarginDefault(
                new W.TableCellLeftMargin { Width = 40, Type = W.TableWidthValues.Dxa }, new W.TableCellRightMargin { Width = 40, Type = W.TableWidthValues.Dxa }));
        }

        properties.Append(new W.TableLook { FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true, Val = "0620" });
        if (_table.Caption.Length > 0)
        {
            properties.Append(new W.TableCaption { Val = _set(_table.Caption).Replace('\n', ' ') });
        }

        return properties;
    }

    private W.TableCell CellOf(string text, Tone tone, int column, bool isHead)
    {
        var properties = new W.TableCellProperties(new W.TableCellWidth { Width = Text(_widths[column]), Type = W.TableWidthUnitValues.Dxa });
        var run = DocxText.Run(text);
        var setting = new W.RunProperties();
        if (tone != Tone.None)
        {
            var colour = _palette.Tones[(int)tone - 1];
            properties.Append(new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = colour[1..] });
            setting.Append(new W.Color { Val = _palette.On(colour)[1..] });
        }

        if (IsCrowded)
        {
            setting.Append(new W.FontSize { Val = "13" }, new W.FontSizeComplexScript { Val = "13" });
        }

        if (setting.HasChildren)
        {
            run.PrependChild(setting);
        }

        var paragraph = DocxText.Paragraph(isHead ? "TamizTableHead" : "TamizTableText", run);
        if (_table.Columns[column].IsNumber)
        {
            paragraph.ParagraphProperties!.Append(new W.Justification { Val = W.JustificationValues.Right });
        }

        return new W.TableCell(properties, paragraph);
    }

    // Cells have 2.5 points above and below.
    private double HeightOf(IReadOnlyList<string> texts, bool isBold) =>
        (texts.Select((text, i) => Letters.Wrap(text, (_widths[i] / 20.0) - (2 * Margin), Letter, isBold).Count).Max() * Line) + 5.5;
}
