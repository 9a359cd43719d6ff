using DocumentFormat.OpenXml.Packaging;
using SkiaSharp;
using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;
using Tamiz.Documents.Templates;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Tamiz.Documents.Docx;

/// <summary>What stands around the content: the title page, sections, headers and footers.</summary>
internal sealed class DocxFrame(Document document, Template template, Sheet sheet, MainDocumentPart main)
{
    private readonly Phrasebook _words = DocumentWords.Of(document.Language);

    /// <summary>The title page; what follows begins on the next.</summary>
    /// <param name="picture">Number for the logo.</param>
    public IEnumerable<W.Paragraph> Cover(uint picture)
    {
        if (!template.Logo.IsEmpty)
        {
            yield return DocxText.Paragraph("TamizCover", Logo(picture));
        }

        var author = DocxText.Paragraph("TamizCover", DocxText.Run(Set(document.Author), isBold: true));
        Space(author, template.Logo.IsEmpty ? 2600 : 1400, 480);
        yield return author;
        yield return DocxText.Paragraph("Title", DocxText.Run(document.Title.Length > 0 ? Set(document.Title) : _words["document.untitled"]));
        if (document.Subtitle.Length > 0)
        {
            yield return DocxText.Paragraph("Subtitle", DocxText.Run(Set(document.Subtitle)));
        }

        yield return DocxText.Paragraph("TamizCover", DocxText.Run(Typography.Date(document.Date, document.Language)));
        if (document.Status.Length > 0)
        {
            yield return DocxText.Paragraph("TamizCover", DocxText.Run(Set(document.Status)));
        }

        if (template.CoverIn(document.Language) is { Length: > 0 } text)
        {
            var words = DocxText.Paragraph("TamizNote", DocxText.Run(Set(text)));
            Space(words, 1200, 0);
            yield return words;
        }

        yield return DocxText.Paragraph("TamizTableGap", new W.Run(new W.Break { Type = W.BreakValues.Page }));
    }

    /// <summary>The properties of a section on a sheet.</summary>
    public static W.SectionProperties Section(Sheet on)
    {
        var size = new W.PageSize { Width = (uint)on.Width, Height = (uint)on.Height };
        if (on.Width > on.Height)
        {
            size.Orient = W.PageOrientationValues.Landscape;
        }

        return new W.SectionProperties(
            new W.SectionType { Val = W.SectionMarkValues.NextPage },
            size,
            new W.PageMargin { Left = Sheet.Side, Right = Sheet.Side, Top = Sheet.Top, Bottom = Sheet.Bottom, Header = Sheet.Edge, Footer = Sheet.Edge, Gutter = 0 });
    }

    /// <summary>Gives the first section, and so all, the header and the footer; the title page has none.</summary>
    public void WriteHeads(W.Body body)
    {
        var header = main.AddNewPart<HeaderPart>("rHeader");
        header.Header = new W.Header(DocxText.Paragraph("Header", DocxText.Run(Set(document.Title).Replace('\n', ' '))));
        var footer = main.AddNewPart<FooterPart>("rFooter");
        footer.Footer = new W.Footer(Foot());
        var first = body.Descendants<W.SectionProperties>().First();
        first.PrependChild(new W.FooterReference { Id = "rFooter", Type = W.HeaderFooterValues.Default });
        first.PrependChild(new W.HeaderReference { Id = "rHeader", Type = W.HeaderFooterValues.Default });
        first.Append(new W.TitlePage());
    }

    private static void Space(W.Paragraph paragraph, int before, int after) => paragraph.ParagraphProperties!.Append(
        new W.SpacingBetweenLines { Before = FormattableString.Invariant($"{before}"), After = FormattableString.Invariant($"{after}") });

    private string Set(string text) => Typography.Set(text, document.Language);

    private W.Paragraph Foot()
    {
        var foot = DocxText.Paragraph("Footer", DocxText.Run(Set(document.Author).Replace('\n', ' ')), DocxText.Tab());
        const string Cut = "\u0001";
        foreach (var piece in _words.Say("document.page", ("page", Cut + "PAGE" + Cut), ("pages", Cut + "NUMPAGES" + Cut)).Split(Cut))
        {
            if (piece is "PAGE" or "NUMPAGES")
            {
                foot.Append(DocxText.Field(piece, "1"));
            }
            else if (piece.Length > 0)
            {
                foot.Append(DocxText.Run(piece));
            }
        }

        return foot;
    }

    private W.Run Logo(uint number)
    {
        var size = SKBitmap.DecodeBounds(template.Logo.Span);
        var scale = Math.Min(Math.Min(200.0 / size.Width, 90.0 / size.Height), sheet.TextWidth / 20.0);
        return DocxPicture.Of(main, template.Logo.ToArray(), number, Set(document.Author), (size.Width * scale, size.Height * scale));
    }
}
