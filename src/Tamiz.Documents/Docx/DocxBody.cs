using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Tamiz.Documents.Charts;
using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;
using Tamiz.Documents.Templates;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Tamiz.Documents.Docx;

/// <summary>Writes a document's content, block by block, and reckons the pages of its headings on the way.</summary>
internal sealed class DocxBody
{
    /// <summary>Number of the first numbered list in the part of numberings.</summary>
    public const int FirstList = 10;

    private const double Dots = 200 / 72.0;
    private readonly Document _document;
    private readonly Template _template;
    private readonly Sheet _sheet;
    private readonly MainDocumentPart _main;
    private readonly Phrasebook _words;
    private readonly List<OpenXmlElement> _content = [];
    private readonly List<ContentsEntry> _entries = [];
    private readonly HeadingNumbers _numbers = new();
    private readonly PageCursor _cursor;
    private bool _breaks;
    private int _lists;
    private int _tables;
    private int _figures;
    private uint _pictures;

    public DocxBody(Document document, Template template, Sheet sheet, MainDocumentPart main)
    {
        (_document, _template, _sheet, _main) = (document, template, sheet, main);
        _words = DocumentWords.Of(document.Language);
        _cursor = new PageCursor(PageHeight(sheet));
    }

    public W.Body Write()
    {
        foreach (var block in _document.Blocks)
        {
            WriteBlock(block);
        }

        _cursor.Settle();
        var body = new W.Body();
        var frame = new DocxFrame(_document, _template, _sheet, _main);
        body.Append(frame.Cover(_pictures + 1));
        var named = _entries.Where(entry => entry.Level <= DocxContents.Levels).ToList();
        if (named.Count > 1)
        {
            var before = 1 + DocxContents.Pages(named, PageHeight(_sheet));
            named.ForEach(entry => entry.Page += before);
            body.Append(DocxContents.Write(named, _words["document.contents"]), NewPage());
        }

        body.Append(_content);
        body.Append(DocxFrame.Section(_sheet));
        frame.WriteHeads(body);
        return body;
    }

    private static double PageHeight(Sheet sheet) => sheet.TextHeight / 20.0;

    private static W.Paragraph NewPage() => DocxText.Paragraph("TamizTableGap", new W.Run(new W.Break { Type = W.BreakValues.Page }));

    private string Set(string text) => Typography.Set(text, _document.Language);

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case PageBreak:
                _breaks = true;
                _cursor.Turn(PageHeight(_sheet));
                break;
            case Heading heading:
                WriteHeading(heading);
                break;
            case Paragraph paragraph:
                WriteParagraph(paragraph);
                break;
            case PointList points:
                WritePoints(points);
                break;
            case Table table:
                WriteTable(table);
                break;
            case Figure figure:
                WriteFigure(figure);
                break;
        }
    }

    private W.Paragraph Add(W.Paragraph paragraph)
    {
        if (_breaks)
        {
            paragraph.ParagraphProperties!.InsertAfter(new W.PageBreakBefore(), paragraph.ParagraphProperties.ParagraphStyleId);
        }

        _breaks = false;
        _content.Add(paragraph);
        return paragraph;
    }

    private void WriteHeading(Heading heading)
    {
        var level = Math.Clamp(heading.Level, 1, 3);
        var text = Set(heading.Text);
        var mark = (_entries.Count + 1).ToString(CultureInfo.InvariantCulture);
        var entry = new ContentsEntry(level, _numbers.Next(heading), text, "_Toc" + mark);
        _entries.Add(entry);
        Add(DocxText.Paragraph("Heading" + level.ToString(CultureInfo.InvariantCulture),
            new W.BookmarkStart { Id = mark, Name = entry.Bookmark }, DocxText.Run(text), new W.BookmarkEnd { Id = mark }));
        var (before, size, line, after) = level switch { 1 => (22, 14.0, 20.0, 8), 2 => (16, 11.5, 16.0, 6), _ => (12, 10.0, 14.5, 4) };
        _cursor.Keep(before + (Letters.Wrap(text, (_sheet.TextWidth / 20.0) - 40, size, bold: true).Count * line) + after, page => entry.Page = page);
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        var text = Set(paragraph.Text);
        var (style, before, size, line, after) = paragraph.Style switch
        {
            ParagraphStyle.Emphasis => ("TamizHighlight", 6, 9.5, 14.5, 10),
            ParagraphStyle.Note => ("TamizNote", 0, 8, 11.5, 6),
            ParagraphStyle.Quotation => ("Quote", 4, 9.5, 14, 8),
            _ => ("Normal", 0, 9.5, 14.0, 6),
        };
        var width = (_sheet.TextWidth / 20.0) - (paragraph.Style switch { ParagraphStyle.Emphasis => 12, ParagraphStyle.Quotation => 48, _ => 0 });
        Add(DocxText.Paragraph(style, DocxText.Run(text)));
        _cursor.Flow(before, Letters.Wrap(text, width, size).Count, line, after);
    }

    private void WritePoints(PointList points)
    {
        var list = FirstList + _lists;
        _lists += points.Numbered ? 1 : 0;
        foreach (var text in points.Points.Select(Set))
        {
            var paragraph = Add(DocxText.Paragraph(points.Numbered ? "ListNumber" : "ListBullet", DocxText.Run(text)));
            var number = points.Numbered ? list : 2;
            paragraph.ParagraphProperties!.Append(new W.NumberingProperties(new W.NumberingLevelReference { Val = 0 }, new W.NumberingId { Val = number }));
            _cursor.Flow(0, Letters.Wrap(text, (_sheet.TextWidth / 20.0) - 21, 9.5).Count, 14, 3);
        }
    }

    private void WriteCaption(string kind, ref int number, string style, string text)
    {
        number++;
        var caption = DocxText.Paragraph(style, DocxText.Run(kind + "\u00A0", isBold: true));
        caption.Append(DocxText.Field($"SEQ {kind} \\* ARABIC", number.ToString(CultureInfo.InvariantCulture)));
        caption.Append(DocxText.Run(". " + Set(text)));
        Add(caption);
    }

    private int LinesOfCaption(string text, Sheet sheet) => Letters.Wrap(Set(text), (sheet.TextWidth / 20.0) - 50, 8.5).Count;

    private void WriteTable(Table table)
    {
        var sheet = _sheet;
        if (DocxTable.IsWide(table))
        {
            EndSection(_sheet);
            sheet = _sheet.Turned;
            _cursor.Turn(PageHeight(sheet));
        }

        WriteCaption(_words["document.table"], ref _tables, "Caption", table.Caption);
        _cursor.Keep(10 + (LinesOfCaption(table.Caption, sheet) * 12.5) + 5);
        _content.Add(new DocxTable(table, _template.Colours, Set, sheet.TextWidth).Write(_cursor, PageHeight(sheet), _words["document.empty"]));
        if (sheet != _sheet)
        {
            EndSection(sheet);
            _cursor.Turn(PageHeight(_sheet));
        }
        else
        {
            _content.Add(DocxText.Paragraph("TamizTableGap"));
            _cursor.Flow(0, 1, 10, 0);
        }
    }

    private void EndSection(Sheet sheet)
    {
        var end = DocxText.Paragraph("TamizTableGap");
        end.ParagraphProperties!.Append(DocxFrame.Section(sheet));
        _content.Add(end);
        _breaks = false;
    }

    private void WriteFigure(Figure figure)
    {
        var most = PageHeight(_sheet) * 0.8;
        var pieces = ChartLayout.Pieces(figure.Chart);
        foreach (var piece in pieces)
        {
            var drawing = ChartLayout.Of(piece, _document.Language);
            var width = Math.Min(_sheet.TextWidth / 20.0, most * Drawing.Width / drawing.Height);
            var tall = width * drawing.Height / Drawing.Width;
            var png = PngPainter.Paint(drawing, _template.Colours, (int)(width * Dots));
            var paragraph = Add(DocxText.Paragraph("TamizFigure", DocxPicture.Of(_main, png, ++_pictures, Set(figure.Alternative), (width, tall))));
            if (piece != pieces[^1])
            {
                paragraph.ParagraphProperties!.Append(new W.KeepNext { Val = false });
                _cursor.Block(8 + tall);
                continue;
            }

            _cursor.Keep(8 + tall);
        }

        WriteCaption(_words["document.figure"], ref _figures, "TamizFigureCaption", figure.Caption);
        _cursor.Flow(3, LinesOfCaption(figure.Caption, _sheet), 12.5, 12);
    }
}
