using System.Globalization;
using Tamiz.Documents.Charts;
using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;
using Tamiz.Documents.Templates;

namespace Tamiz.Documents.Html;

/// <summary>Writes a document as one HTML file that needs nothing else: no script, no font, no picture from elsewhere.</summary>
public sealed class HtmlWriter
{
    private readonly Document _document;
    private readonly Template _template;
    private readonly Phrasebook _words;
    private readonly Markup _page;
    private readonly List<(Heading Heading, string Number, string Id)> _headings = [];
    private int _tables;
    private int _figures;

    private HtmlWriter(Document document, Template template, Markup page)
    {
        (_document, _template, _page) = (document, template, page);
        _words = DocumentWords.Of(document.Language);
        var numbers = new HeadingNumbers();
        foreach (var heading in document.Blocks.OfType<Heading>())
        {
            _headings.Add((heading, numbers.Next(heading), string.Create(CultureInfo.InvariantCulture, $"h{_headings.Count + 1}")));
        }
    }

    /// <summary>The document as HTML; the same bytes for the same document and template.</summary>
    /// <param name="document">The document.</param>
    /// <param name="template">How it looks.</param>
    public static string Write(Document document, Template template)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var page = new Markup();
        new HtmlWriter(document, template, page).Write();
        return page.ToString();
    }

    private string Set(string text) => Typography.Set(text, _document.Language);

    private void Write()
    {
        var code = Typography.CodeOf(_document.Language);
        var title = _document.Title.Length > 0 ? Set(_document.Title) : _words["document.untitled"];
        using var html = _page.Open("html", ("lang", code), ("dir", "ltr"));
        using (_page.Open("head"))
        {
            _page.AddEmpty("meta", ("charset", "utf-8"));
            _page.AddEmpty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            _page.AddEmpty("meta", ("name", "author"), ("content", Set(_document.Author)));
            _page.Add("title", title);
            _page.AddStyle(PageStyle.Of(_template));
        }

        using var body = _page.Open("body");
        _page.Add("a", _words["document.skip"], ("class", "skip"), ("href", "#content"));
        WriteHead(title);
        WriteContents();
        using (_page.Open("main", ("id", "content")))
        {
            var headings = 0;
            foreach (var block in _document.Blocks)
            {
                _page.Break();
                headings += block is Heading ? 1 : 0;
                WriteBlock(block, headings - 1);
            }
        }

        _page.Add("footer", string.Join(" · ", new[] { _document.Author, _document.Title, Typography.Date(_document.Date, _document.Language) }.Where(text => text.Length > 0).Select(Set)));
    }

    private void WriteHead(string title)
    {
        using var head = _page.Open("header");
        if (!_template.Logo.IsEmpty)
        {
            _page.AddEmpty("img", ("src", "data:image/png;base64," + Convert.ToBase64String(_template.Logo.Span)), ("alt", Set(_document.Author)));
        }

        _page.Add("p", Set(_document.Author), ("class", "by"));
        _page.Add("h1", title);
        if (_document.Subtitle.Length > 0)
        {
            _page.Add("p", Set(_document.Subtitle), ("class", "sub"));
        }

        _page.Add("time", Typography.Date(_document.Date, _document.Language), ("datetime", _document.Date.ToString("O", CultureInfo.InvariantCulture)));
        foreach (var text in new[] { _document.Status, _template.CoverIn(_document.Language) }.Where(text => text.Length > 0))
        {
            _page.Add("p", Set(text), ("class", "note"));
        }
    }

    private void WriteContents()
    {
        if (_headings.Count < 2)
        {
            return;
        }

        using var nav = _page.Open("nav", ("aria-labelledby", "contents"));
        _page.Add("h2", _words["document.contents"], ("id", "contents"));
        using var list = _page.Open("ol");
        foreach (var (heading, number, id) in _headings.Where(one => one.Heading.Level < 3))
        {
            using var item = _page.Open("li", ("class", heading.Level == 1 ? "l1" : "l2"));
            using var link = _page.Open("a", ("href", "#" + id));
            _page.Say($"{number} {Set(heading.Text)}");
        }
    }

    private void WriteBlock(Block block, int heading)
    {
        switch (block)
        {
            case Heading one:
                using (_page.Open("h" + (Math.Clamp(one.Level, 1, 3) + 1).ToString(CultureInfo.InvariantCulture), ("id", _headings[heading].Id)))
                {
                    _page.Add("span", _headings[heading].Number, ("class", "no"));
                    _page.Say(Set(one.Text));
                }

                break;
            case Paragraph { Style: ParagraphStyle.Quotation } paragraph:
                using (_page.Open("blockquote"))
                {
                    _page.Add("p", Set(paragraph.Text));
                }

                break;
            case Paragraph paragraph:
                _page.Add("p", Set(paragraph.Text), ("class", paragraph.Style == ParagraphStyle.Body ? "" : paragraph.Style.ToString().ToLowerInvariant()));
                break;
            case PointList points:
                using (_page.Open(points.Numbered ? "ol" : "ul"))
                {
                    points.Points.ToList().ForEach(point => _page.Add("li", Set(point)));
                }

                break;
            case Table table:
                WriteTable(table);
                break;
            case Figure figure:
                WriteFigure(figure);
                break;
        }
    }

    private void WriteTable(Table table)
    {
        using var scroll = _page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", Set(table.Caption)));
        using var element = _page.Open("table");
        WriteCaption("caption", _words["document.table"], ++_tables, table.Caption);
        using (_page.Open("thead"))
        {
            using var row = _page.Open("tr");
            foreach (var column in table.Columns)
            {
                _page.Add("th", Set(column.Heading), ("scope", "col"), ("class", column.IsNumber ? "num" : ""));
            }
        }

        using var body = _page.Open("tbody");
        foreach (var cells in table.Rows)
        {
            using var row = _page.Open("tr");
            foreach (var (cell, column) in cells.Zip(table.Columns))
            {
                var tone = cell.Tone == Tone.None ? "" : string.Create(CultureInfo.InvariantCulture, $"tone{(int)cell.Tone}");
                _page.Add("td", Set(cell.Text), ("class", column.IsNumber ? $"num {tone}".Trim() : tone));
            }
        }

        if (table.Rows.Count == 0)
        {
            using var row = _page.Open("tr");
            _page.Add("td", _words["document.empty"], ("colspan", Math.Max(1, table.Columns.Count).ToString(CultureInfo.InvariantCulture)));
        }
    }

    private void WriteFigure(Figure figure)
    {
        using var element = _page.Open("figure");
        foreach (var piece in ChartLayout.Pieces(figure.Chart))
        {
            SvgPainter.Paint(_page, ChartLayout.Of(piece, _document.Language), Set(figure.Alternative));
        }

        WriteCaption("figcaption", _words["document.figure"], ++_figures, figure.Caption);
    }

    private void WriteCaption(string element, string kind, int number, string text)
    {
        using var caption = _page.Open(element);
        _page.Add("b", string.Create(CultureInfo.InvariantCulture, $"{kind}\u00A0{number}. "));
        _page.Say(Set(text));
    }
}
