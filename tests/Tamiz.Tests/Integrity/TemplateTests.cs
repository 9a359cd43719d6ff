using System.Text;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SkiaSharp;
using Tamiz.Documents.Docx;
using Tamiz.Documents.Html;
using Tamiz.Documents.Templates;
using Xunit;

namespace Tamiz.Tests.Integrity;

public class TemplateTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "colours: {text: red}", "TZ3031 template/style.yaml:1:11" },
        { "colours: {text: \"#12345\"}", "TZ3031" },
        { "colours: {tones: [\"#ffffff\"]}", "TZ3032" },
        { "colours: {series: \"#ffffff\"}", "TZ3032" },
        { "colours: {muted: \"#dddddd\"}", "TZ3033" },
        { "colours: {tones: [\"#ffffff\", \"#ffffff\", \"#cccccc\", \"#aaaaaa\", \"#222222\"]}", "TZ3037" },
        { "cover: {logo: none.png}", "TZ3030 template/style.yaml:1:9" },
        { "cover: {logo: style.yaml}", "TZ3034" },
        { "base: none.docx", "TZ3030" },
        { "base: style.yaml", "TZ3035" },
        { "colors: {}", "TZ0102" },
        { "cover: {text: {de: Hallo}}", "TZ0102" },
        { "page: a5", "TZ0104" },
        { "- a", "TZ0101" },
        { "fonts: [a]", "TZ0104" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said_with_its_place(string yaml, string expected)
    {
        var diagnostics = new List<Diagnostic>();
        Read(yaml, diagnostics);
        Assert.Contains(diagnostics, diagnostic => diagnostic.ToString().StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_a_style_is_refused()
    {
        var diagnostics = new List<Diagnostic>();
        Assert.Equal(Template.Default, TemplateReader.Read(_ => null, "template", diagnostics));
        Assert.Equal("TZ3030", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Any_text_is_read_without_a_crash() => Gen.Char["abc:{}[]\"#-\n 1fontscolurpage"].Array[0, 80].Sample(letters => _ = Read(new string(letters), []));

    [Fact]
    public void The_sample_template_is_fine_and_changes_the_look()
    {
        var diagnostics = new List<Diagnostic>();
        var template = TemplateReader.Read(name => Path.Combine(Repository.Root, "samples", "template", name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null, "template", diagnostics);
        Assert.Empty(diagnostics);
        var document = DocumentSample.Usual(Language.Fr);
        Assert.Contains("#1d5c3f", HtmlWriter.Write(document, template), StringComparison.Ordinal);
        Assert.Contains("Une administration inventée.", HtmlWriter.Write(document, template), StringComparison.Ordinal);
        Assert.DoesNotContain(Palette.Default.Accent, HtmlWriter.Write(document, template), StringComparison.Ordinal);
        Validate(DocxWriter.Write(document, template));
    }

    [Fact]
    public void A_logo_stands_on_the_title_page()
    {
        var diagnostics = new List<Diagnostic>();
        var template = Read("cover: {logo: logo.png, text: Una}", diagnostics, ("logo.png", Picture()));
        Assert.Empty(diagnostics);
        Validate(DocxWriter.Write(DocumentSample.Usual(Language.Es), template));
        Assert.Contains("data:image/png;base64,", HtmlWriter.Write(DocumentSample.Usual(Language.Es), template), StringComparison.Ordinal);
    }

    [Fact]
    public void The_styles_of_a_base_document_come_before_ours()
    {
        var diagnostics = new List<Diagnostic>();
        var template = Read("base: base.docx", diagnostics, ("base.docx", Base()));
        Assert.Empty(diagnostics);
        var written = DocxWriter.Write(DocumentSample.Usual(Language.Es), template);
        Validate(written);
        using var package = WordprocessingDocument.Open(new MemoryStream(written), isEditable: false);
        var main = package.MainDocumentPart!;
        Assert.Contains("w:color w:val=\"AA0000\"", main.StyleDefinitionsPart!.Styles!.OuterXml, StringComparison.Ordinal);
        Assert.Contains(main.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.ParagraphStyleId>(), style => style.Val == "Ttulo1");
        Assert.Contains("w:pStyle w:val=\"Ttulo1\"", main.NumberingDefinitionsPart!.Numbering!.OuterXml, StringComparison.Ordinal);
        var known = main.StyleDefinitionsPart.Styles.Descendants<DocumentFormat.OpenXml.Wordprocessing.Style>().Select(style => style.StyleId!.Value).ToList();
        Assert.Equal(known.Count, known.Distinct(StringComparer.Ordinal).Count());
        Assert.All(main.Document.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.ParagraphStyleId>(), style => Assert.Contains(style.Val!.Value, known));
    }

    private static Template Read(string yaml, List<Diagnostic> diagnostics, params (string Name, byte[] Content)[] files) => TemplateReader.Read(
        name => name == "style.yaml" ? Encoding.UTF8.GetBytes(yaml) : files.Where(file => file.Name == name).Select(file => file.Content).FirstOrDefault(), "template", diagnostics);

    private static byte[] Picture()
    {
        using var bitmap = new SKBitmap(40, 20);
        bitmap.Erase(SKColors.Teal);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    // As a Spanish Word writes it: the ids are translated, the names are not.
    private static byte[] Base()
    {
        const string Styles = """
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
              <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
              <w:style w:type="paragraph" w:styleId="Ttulo1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:color w:val="AA0000"/></w:rPr></w:style>
              <w:style w:type="paragraph" w:styleId="Ttulo2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>
            </w:styles>
            """;
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new DocumentFormat.OpenXml.Wordprocessing.Body());
            main.AddNewPart<StyleDefinitionsPart>().FeedData(new MemoryStream(Encoding.UTF8.GetBytes(Styles)));
        }

        return stream.ToArray();
    }

    private static void Validate(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken).Select(problem => $"{problem.Path?.XPath}: {problem.Description}").Take(5));
    }
}
