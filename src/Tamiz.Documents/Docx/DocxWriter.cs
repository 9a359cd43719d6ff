using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;
using Tamiz.Documents.Templates;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Tamiz.Documents.Docx;

/// <summary>Writes a document as DOCX (Office Open XML, ISO/IEC 29500 transitional).</summary>
public static class DocxWriter
{
    /// <summary>The document as DOCX; the same bytes for the same document and template.</summary>
    /// <param name="document">The document.</param>
    /// <param name="template">How it looks.</param>
    /// <exception cref="ArgumentException">A table has more than <see cref="DocxTable.MostColumns"/> columns, or a chart is of a kind that nobody lays out.</exception>
    public static byte[] Write(Document document, Template template)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(template);
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            var sheet = Sheet.Of(template.IsLetter(document.Language));
            var style = BaseStyles.Of(Fill(Resource.Text("styles.xml"), document, template, sheet), template.Base);
            var body = new DocxBody(document, template, sheet, main).Write();
            style.Rename(body);
            Feed(main.AddNewPart<StyleDefinitionsPart>("rStyles"), style.Xml);
            Feed(main.AddNewPart<NumberingDefinitionsPart>("rNumbering"), style.Rename(Numbering(document)));
            var carries = template.TextFont == FontFile.Name || template.HeadingFont == FontFile.Name;
            var settings = Fill(Resource.Text("settings.xml"), document, template, sheet);
            Feed(main.AddNewPart<DocumentSettingsPart>("rSettings"), carries ? settings : settings.Replace("<w:embedTrueTypeFonts/>", "", StringComparison.Ordinal));
            if (carries)
            {
                CarryFont(main.AddNewPart<FontTablePart>("rFonts"));
            }

            main.Document = new W.Document(body);
            Feed(package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2"), Fill(Resource.Text("core.xml"), document, template, sheet));
        }

        return StillZip.Of(stream.ToArray());
    }

    private static string Fill(string xml, Document document, Template template, Sheet sheet)
    {
        var colours = template.Colours;
        (string Place, string Value)[] places =
        [
            ("font", template.TextFont), ("heading", template.HeadingFont), ("language", Typography.CodeOf(document.Language)),
            ("text", colours.Text[1..]), ("accent", colours.Accent[1..]), ("muted", colours.Muted[1..]), ("line", colours.Line[1..]), ("shade", colours.Shade[1..]),
            ("width", sheet.TextWidth.ToString(CultureInfo.InvariantCulture)), ("date", document.Date.ToString("O", CultureInfo.InvariantCulture)),
            ("title", Clean(document.Title)), ("subtitle", Clean(document.Subtitle)), ("author", Clean(document.Author)), ("status", Clean(document.Status)),
        ];
        var filled = new StringBuilder(xml);
        foreach (var (place, value) in places)
        {
            filled.Replace("{" + place + "}", SecurityElement.Escape(value));
        }

        return filled.ToString();

        string Clean(string text) => Typography.Set(text, document.Language).Replace('\n', ' ');
    }

    // Every numbered list begins again at 1.
    private static string Numbering(Document document)
    {
        var lists = new StringBuilder();
        var count = document.Blocks.OfType<PointList>().Count(list => list.Numbered);
        for (var i = 0; i < count; i++)
        {
            lists.Append(CultureInfo.InvariantCulture,
                $"  <w:num w:numId=\"{DocxBody.FirstList + i}\"><w:abstractNumId w:val=\"3\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>\n");
        }

        return Resource.Text("numbering.xml").Replace("</w:numbering>", lists + "</w:numbering>", StringComparison.Ordinal);
    }

    private static void CarryFont(FontTablePart part)
    {
        Feed(part, Resource.Text("fonts.xml"));
        Carry("rId1", FontFile.Regular, 0x01);
        Carry("rId2", FontFile.Bold, 0x02);

        // ISO/IEC 29500-1, 17.8.1: the first 32 bytes are combined with the key, read from its end.
        void Carry(string id, byte[] font, byte last)
        {
            var key = Convert.FromHexString("7E2F6A1054B14C0E9B7D5A1C3D2E8F00");
            key[^1] = last;
            var hidden = (byte[])font.Clone();
            for (var i = 0; i < 32; i++)
            {
                hidden[i] ^= key[15 - (i % 16)];
            }

            using var stream = new MemoryStream(hidden);
            part.AddNewPart<FontPart>("application/vnd.openxmlformats-officedocument.obfuscatedFont", id).FeedData(stream);
        }
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
