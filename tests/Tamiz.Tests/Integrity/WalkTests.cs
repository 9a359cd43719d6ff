using System.Globalization;
using System.Text.RegularExpressions;
using Tamiz.Cli;
using Tamiz.Documents;
using Tamiz.Integrity;
using Xunit;

namespace Tamiz.Tests.Integrity;

/// <summary>From the files of the sample administration to documents in four languages that an office program opens.</summary>
[Collection(nameof(Alone))]
public sealed partial class WalkTests : IDisposable
{
    // Headings, names of the month and the like, of which no other language has the same; told apart by whole words.
    private static readonly string[] Telling = ["factor.leadership", "factor.audit", "factor.human-resources", "corruption.maps", "strategy.vision", "plan.owner", "plan.due", "assessment.byFactor", "survey.byFactor"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-walk-");

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    private static string Home => Path.Combine(Repository.Root, "samples", "costa-clara");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_report_of_the_sample_opens_in_an_office_program_whole_and_in_its_language(Language language)
    {
        var code = language.ToString().ToLowerInvariant();
        Assert.Equal(Terminal.Fine, Run(out var said, "report", "all", "--home", Home, "--language", code, "--out", _folder.FullName));
        Assert.DoesNotContain("TZ2950", said, StringComparison.Ordinal);
        var documents = Office.PagesOf(_folder);
        Assert.Equal(["assessment", "minutes-session-1", "minutes-session-2", "minutes-session-3", "progress", "risks", "strategy", "survey", "sustainability"],
            documents.Keys.Select(name => Path.GetFileNameWithoutExtension(name)).Order(StringComparer.Ordinal));
        foreach (var (name, pages) in documents)
        {
            Check(name, pages, language);
            var html = File.ReadAllText(Path.Combine(_folder.FullName, Path.ChangeExtension(name, ".html")));
            Assert.Contains("<html lang=\"" + code, html, StringComparison.Ordinal);
            Assert.DoesNotMatch(Open(), html[html.IndexOf("<body", StringComparison.Ordinal)..]);
        }
    }

    [Fact]
    public void A_report_that_cannot_be_made_says_why_and_writes_nothing()
    {
        var empty = _folder.CreateSubdirectory("home").FullName;
        Assert.Equal(Terminal.FoundProblems, Run(out var said, "report", "strategy", "--home", empty, "--out", Path.Combine(_folder.FullName, "s.docx")));
        Assert.Contains("strategy", said, StringComparison.Ordinal);
        Assert.Equal(Terminal.WrongUsage, Run(out said, "report", "horoscope", "--home", Home, "--out", Path.Combine(_folder.FullName, "s.docx")));
        Assert.Contains("horoscope", said, StringComparison.Ordinal);
        Assert.Equal(Terminal.WrongUsage, Run(out said, "report", "strategy", "--home", Home, "--out", Path.Combine(_folder.FullName, "s.pdf")));
        Assert.Contains(".docx", said, StringComparison.Ordinal);
        Assert.Equal(Terminal.FoundProblems, Run(out said, "report", "strategy", "--home", Home, "--out", Path.Combine(_folder.FullName, "none", "s.docx")));
        Assert.Equal(Terminal.FoundProblems, Run(out said, "report", "strategy", "--home", Home, "--template", empty, "--out", Path.Combine(_folder.FullName, "s.docx")));
        Assert.Contains("TZ3030", said, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles());
    }

    private static int Run(out string said, params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var code = Program.Run(["integrity", .. arguments], output, output, TimeProvider.System);
        said = output.ToString();
        return code;
    }

    private static void Check(string name, IReadOnlyList<string> pages, Language language)
    {
        var (text, words) = (string.Join('\f', pages), IntegrityWords.Of(language));
        Assert.False(Open().IsMatch(text), $"{name}: {Open().Match(text).Value}");
        Assert.All(Enum.GetValues<Language>().Where(other => other != language).SelectMany(other => Telling.Select(code => IntegrityWords.Of(other)[code])).Except(Telling.Select(code => words[code])),
            foreign => Assert.False(Regex.IsMatch(text, $@"(?m)^[\s0-9.]*{Regex.Escape(foreign)}\s*$"), $"{name}: «{foreign}»"));
        Assert.Contains(DocumentWords.Of(language)["document.contents"], pages[1], StringComparison.Ordinal);
        foreach (Match entry in Entry().Matches(pages[1]))
        {
            // Pages are reckoned: a heading at the foot of one may stand at the head of the next.
            var page = int.Parse(entry.Groups[2].Value, CultureInfo.InvariantCulture);
            var near = string.Concat(pages.Skip(page - 2).Take(3));
            Assert.True(Regex.IsMatch(near, @"(?m)^\s*" + Regex.Escape(entry.Groups[1].Value) + @"\s"), $"{name}: {entry.Value.Trim()}");
        }
    }

    // A place that nobody filled in, a field that is wrong, or a code that has no words.
    [GeneratedRegex(@"\{\w+\}|Error!|\bTZ\d{4}\b|\b(assessment|strategy|survey|corruption|workshop|plan|sustainability|progress|platform)\.[a-z]\w+")]
    private static partial Regex Open();

    [GeneratedRegex(@"^\s*([0-9.]*[0-9])\s.*?\.{3,}\s*([0-9]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
