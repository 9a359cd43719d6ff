using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Tamiz.Documents;
using Tamiz.Documents.Docx;
using Tamiz.Documents.Html;
using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;
using Tamiz.Documents.Templates;
using Xunit;

namespace Tamiz.Tests.Integrity;

public class DocumentWriterTests
{
    public static TheoryData<Language> Languages => [Language.Es, Language.Fr, Language.En, Language.Pt];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_document_is_valid_office_open_xml(Language language)
    {
        foreach (var document in new[] { DocumentSample.Usual(language), DocumentSample.Hard(language) })
        {
            using var stream = new MemoryStream(DocxWriter.Write(document, Template.Default));
            using var package = WordprocessingDocument.Open(stream, isEditable: false);
            var problems = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken);
            Assert.Empty(problems.Select(problem => $"{problem.Part?.Uri} {problem.Path?.XPath}: {problem.Description}").Take(10));
        }
    }

    [Fact]
    public void The_same_document_has_the_same_bytes()
    {
        var document = DocumentSample.Usual(Language.Es);
        Assert.Equal(DocxWriter.Write(document, Template.Default), DocxWriter.Write(document, Template.Default));
        Assert.Equal(HtmlWriter.Write(document, Template.Default), HtmlWriter.Write(document, Template.Default));
    }

    [Fact]
    public void A_package_names_nothing_by_chance()
    {
        using var zip = new ZipArchive(new MemoryStream(DocxWriter.Write(DocumentSample.Usual(Language.Es), Template.Default)));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.All(zip.Entries, entry => Assert.DoesNotMatch("[0-9a-f]{12}", entry.FullName));
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            Assert.All(XDocument.Load(stream).Root!.Elements(), relation => Assert.Matches("^r[A-Z][a-zA-Z]*[0-9]*$", (string)relation.Attribute("Id")!));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_language_stands_in_the_document_and_its_properties(Language language)
    {
        using var stream = new MemoryStream(DocxWriter.Write(DocumentSample.Usual(language), Template.Default));
        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Contains($"w:lang w:val=\"{Typography.CodeOf(language)}\"", package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.OuterXml, StringComparison.Ordinal);
        Assert.Equal("Estrategia de integridad", package.PackageProperties.Title);
        Assert.Equal(new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc), package.PackageProperties.Created!.Value.ToUniversalTime());
    }

    [Fact]
    public void Every_picture_says_what_it_shows_and_every_table_repeats_its_heading()
    {
        using var stream = new MemoryStream(DocxWriter.Write(DocumentSample.Usual(Language.Es), Template.Default));
        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        var body = package.MainDocumentPart!.Document!.Body!;
        var pictures = body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().ToList();
        Assert.Equal(4, pictures.Count);
        Assert.All(pictures, picture => Assert.False(string.IsNullOrWhiteSpace(picture.Description)));
        var table = Assert.Single(body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>());
        Assert.Single(table.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableHeader>());
        Assert.Equal(31, table.Descendants<DocumentFormat.OpenXml.Wordprocessing.CantSplit>().Count());
    }

    [Fact]
    public void A_table_of_too_many_columns_is_refused()
    {
        var columns = Enumerable.Range(0, DocxTable.MostColumns + 1).Select(i => new Column($"{i}")).ToList();
        var document = DocumentSample.Usual(Language.En) with { Blocks = [new Table("Wide", columns, [])] };
        Assert.Contains("Wide", Assert.Throws<ArgumentException>(() => DocxWriter.Write(document, Template.Default)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_page_is_well_formed_small_and_for_everybody(Language language)
    {
        var html = HtmlWriter.Write(DocumentSample.Usual(language), Template.Default);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 1, 100_000);
        var page = XDocument.Parse(html[html.IndexOf('\n', StringComparison.Ordinal)..]);
        Assert.Equal(Typography.CodeOf(language), (string?)page.Root!.Attribute("lang"));
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(page.Descendants("svg"), svg => Assert.False(string.IsNullOrEmpty((string?)svg.Attribute("aria-label"))));
        Assert.All(page.Descendants("table"), table => Assert.NotNull(table.Element("caption")));
        Assert.All(page.Descendants("th"), heading => Assert.Equal("col", (string?)heading.Attribute("scope")));
        Assert.Equal("#content", (string?)page.Descendants("a").First().Attribute("href"));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.Descendants("a"), link => Assert.Contains(((string)link.Attribute("href")!)[1..], ids));
    }

    [Fact]
    public void Hard_texts_stay_texts()
    {
        var html = HtmlWriter.Write(DocumentSample.Hard(Language.Es), Template.Default);
        var page = XDocument.Parse(html[html.IndexOf('\n', StringComparison.Ordinal)..]);
        Assert.Equal("<Título> & \"comillas\" 'simples' ", page.Descendants("h1").Single().Value);
        Assert.Contains(page.Descendants("td"), cell => cell.Value == "<b>&amp;</b>segunda línea");
        Assert.Contains("😀👩‍💻", page.Descendants("main").Single().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Fr, "Pourquoi ? 12 % : « oui » ! 1 000", "Pourquoi\u202F? 12\u00A0%\u00A0: «\u00A0oui\u00A0»\u202F! 1\u00A0000")]
    [InlineData(Language.Es, "¿Qué? 12 % y 3 h", "¿Qué? 12\u00A0% y 3\u00A0h")]
    [InlineData(Language.En, "a\r\nb\tc\u0001\uFFFEd", "a\nb cd")]
    [InlineData(Language.Pt, "1 2 3", "1 2 3")]
    public void Spaces_follow_the_rules_of_the_language(Language language, string text, string expected) => Assert.Equal(expected, Typography.Set(text, language));

    [Theory]
    [InlineData(Language.Es, "1 de marzo de 2026")]
    [InlineData(Language.Fr, "1er mars 2026")]
    [InlineData(Language.En, "1 March 2026")]
    [InlineData(Language.Pt, "1 de março de 2026")]
    public void A_date_is_said_in_words(Language language, string expected) =>
        Assert.Equal(expected, Typography.Date(new DateOnly(2026, 3, 1), language).Replace('\u00A0', ' '));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_same_words(Language language) =>
        Assert.Equal(DocumentWords.Of(Language.Es).Codes.Order(StringComparer.Ordinal), DocumentWords.Of(language).Codes.Order(StringComparer.Ordinal));

    [Fact]
    public void The_font_has_every_letter_of_the_four_languages()
    {
        using var typeface = Letters.Of(bold: true);
        using var font = new SkiaSharp.SKFont(typeface);
        Assert.All("áéíóúüñÁÉÍÓÚÜÑ¿¡ºª«»àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸãõÃÕ–—’‘“”…•€%‰±≥≤×→", letter => Assert.True(font.ContainsGlyph(letter), letter.ToString()));
    }
}
