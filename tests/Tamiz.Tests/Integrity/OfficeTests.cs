using System.Globalization;
using System.Text.RegularExpressions;
using Tamiz.Documents;
using Tamiz.Documents.Docx;
using Tamiz.Documents.Lettering;
using Tamiz.Documents.Model;
using Tamiz.Documents.Templates;
using Xunit;

namespace Tamiz.Tests.Integrity;

public sealed partial class OfficeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-office-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Office_opens_the_documents_whole_with_the_pages_that_the_contents_name()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            File.WriteAllBytes(Path.Combine(_folder.FullName, $"{language}.docx"), DocxWriter.Write(DocumentSample.Usual(language), Template.Default));
        }

        File.WriteAllBytes(Path.Combine(_folder.FullName, "hard.docx"), DocxWriter.Write(DocumentSample.Hard(Language.Es), Template.Default));
        foreach (var (name, pages) in Office.PagesOf(_folder))
        {
            var language = Phrasebook.Find(Path.GetFileNameWithoutExtension(name)) ?? Language.Es;
            Check(name == "hard.docx" ? DocumentSample.Hard(language) : DocumentSample.Usual(language), pages);
        }
    }

    private static void Check(Document document, IReadOnlyList<string> pages)
    {
        var words = DocumentWords.Of(document.Language);
        var text = string.Join('\f', pages);
        Assert.DoesNotContain("Error", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{\w+\}", text);
        Assert.Contains(words["document.contents"], pages[1], StringComparison.Ordinal);
        Assert.All(pages.Skip(1).Select((page, i) => (page, i + 2)), page =>
            Assert.Contains(words.Say("document.page", ("page", page.Item2.ToString(CultureInfo.InvariantCulture)), ("pages", pages.Count.ToString(CultureInfo.InvariantCulture))), page.page, StringComparison.Ordinal));
        foreach (var other in Enum.GetValues<Language>().Where(other => other != document.Language).Select(DocumentWords.Of).Where(other => other["document.contents"] != words["document.contents"]))
        {
            Assert.DoesNotContain(other["document.contents"], text, StringComparison.Ordinal);
        }

        Assert.All(document.Blocks.OfType<Heading>().Where(heading => heading.Text.Length is > 0 and < 40), heading => Assert.Contains(Typography.Set(heading.Text, document.Language), text, StringComparison.Ordinal));
        foreach (Match entry in Entry().Matches(pages[1]))
        {
            var page = int.Parse(entry.Groups[2].Value, CultureInfo.InvariantCulture);
            Assert.InRange(page, 3, pages.Count);
            Assert.Matches(@"(?m)^\s*" + Regex.Escape(entry.Groups[1].Value) + @"\s", pages[page - 1]);
        }
    }

    [GeneratedRegex(@"^\s*([0-9.]*[0-9])\s.*?\.{3,}\s*([0-9]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
