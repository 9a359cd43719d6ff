using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using Tamiz.Simulation.Reporting;
using Xunit;

namespace Tamiz.Tests.Simulation.Reporting;

public class WorldReportTests
{
    private static readonly string[] Heads = ["revenue", "red", "fraud", "evaded", "recovered"];
    private static readonly string[] Bases = ["random", "rule", "mandatory", "officer"];

    public static TheoryData<Language> Languages => [Language.Es, Language.Fr, Language.En, Language.Pt];

    [Fact]
    public void The_text_of_a_small_world_is_what_was_accepted()
    {
        using var world = new WrittenWorld(400);
        Golden.Check("tests/Tamiz.Tests/Simulation/Reporting/Golden/report.txt", TextPage.Write(Portray(world, Language.En), Phrasebook.Of(Language.En)));
    }

    [Fact]
    public void The_page_of_a_small_world_is_what_was_accepted()
    {
        using var world = new WrittenWorld(400);
        Golden.Check("tests/Tamiz.Tests/Simulation/Reporting/Golden/report.html", HtmlPage.Write(Portray(world, Language.Es), Phrasebook.Of(Language.Es)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_page_is_well_formed_alone_and_without_script_in_every_language(Language language)
    {
        using var world = new WrittenWorld(300);
        var page = Parse(HtmlPage.Write(Portray(world, language), Phrasebook.Of(language)));
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "href" or "src" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('{', string.Concat(page.Descendants("body").Single().DescendantNodes().OfType<XText>().Select(text => text.Value)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_text_keeps_to_80_columns_in_every_language(Language language)
    {
        using var world = new WrittenWorld(300);
        Assert.All(TextPage.Write(Portray(world, language), Phrasebook.Of(language)).Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Every_number_of_the_page_is_the_measured_one()
    {
        using var world = new WrittenWorld(500);
        var (words, portrait) = (Phrasebook.Of(Language.En), Portray(world, Language.En));
        var page = Parse(HtmlPage.Write(portrait, words));
        Assert.All(portrait.Head, head => Assert.Equal(head.IsShare ? words.Percent(head.Value) : words.Number(head.Value), page.Descendants("dd").Single(cell => cell.Attribute("id")!.Value == head.Id).Value));
        foreach (var figure in portrait.Figures)
        {
            var drawn = page.Descendants("figure").Single(element => element.Attribute("id")!.Value == "figure-" + figure.Id);
            var cells = drawn.Descendants("tbody").Elements("tr").Select(row => row.Elements("td").Select(cell => cell.Value).ToList()).ToList();
            Assert.Equal(figure.Categories, drawn.Descendants("tbody").Elements("tr").Select(row => row.Element("th")!.Value));
            var expected = Enumerable.Range(0, figure.Categories.Count).Select(i => figure.Series.Select(series =>
                double.IsNaN(series.Values[i]) ? "–" : figure.Unit == "share" ? words.Percent(series.Values[i]) : words.Number(series.Values[i])).ToList());
            Assert.Equal(expected, cells);
        }
    }

    [Fact]
    public void The_numbers_are_those_that_counting_the_files_gives()
    {
        using var world = new WrittenWorld(500);
        var portrait = Portray(world, Language.En);
        var rows = Enumerable.Range(1, WrittenWorld.Months).SelectMany(month => Rows(world, $"declarations/2025-{month:00}.csv")).ToList();
        var truth = Rows(world, "truth/items.csv");
        var controls = Rows(world, "observed/controls.csv");
        var findings = Rows(world, "observed/findings.csv");

        Assert.Equal(Enumerable.Range(1, 12).Select(month => (double)rows.Where(row => row[4].StartsWith($"2025-{month:00}", StringComparison.Ordinal)).DistinctBy(Name).Count()), Values("byMonth"));
        Assert.Equal(rows.DistinctBy(Name).GroupBy(row => row[0]).Select(office => (double)office.Count()).OrderDescending(), Values("byOffice"));
        var taxes = rows.GroupBy(row => row[0]).ToDictionary(office => office.Key, office => office.Sum(row => Number(row[20])));
        Assert.Equal(taxes.OrderByDescending(office => office.Value).Select(office => office.Key), Figure("revenueByOffice").Categories);
        Near(taxes.Values.OrderDescending().Select(sum => sum / taxes.Values.Sum()), Values("revenueByOffice"));
        Near([taxes.Values.Sum(), controls.Count(row => row[2] == "red") / 500.0, truth.Where(row => row[6] == "fraud").DistinctBy(row => row[0]).Count() / 500.0, truth.Sum(row => Number(row[7])), findings.Sum(row => Number(row[13]))],
            Heads.Select(id => portrait.Head.Single(head => head.Id == id).Value));
        var found = findings.Where(row => row[9] != "compliant").Select(row => row[0]).ToHashSet();
        Near(Bases.Select(basis => controls.Count(row => row[3] == basis && found.Contains(row[0])) / (double)controls.Count(row => row[3] == basis)), Values("hitsByBasis"));
        Near(Enumerable.Range(1, 12).Select(month => Joined(truth, rows).Where(row => row[4].StartsWith($"2025-{month:00}", StringComparison.Ordinal)).Sum(row => Number(row[^1])) / 1e6), Values("money"));
        Assert.Equal(rows.DistinctBy(Name).GroupBy(row => row[9]).Count(), portrait.Figures.Single(figure => figure.Id == "importerSizes").Series[0].Values.Sum());
        Assert.Equal(findings.Count, Values("delays").Sum());
        Assert.Equal([2.0, 1.0], Values("corruption"));

        Figure Figure(string id) => portrait.Figures.Single(figure => figure.Id == id);
        IReadOnlyList<double> Values(string id) => Figure(id).Series[0].Values;
    }

    [Fact]
    public void Names_from_files_can_break_neither_page_nor_terminal()
    {
        using var world = new WrittenWorld(100);
        world.Change("declarations/2025-01.csv", text => text.Replace("XXAAA,", "<b>&\"\"'\u0007\u001b[31m,", StringComparison.Ordinal).Replace("<b>&\"\"'\u0007\u001b[31m,", "\"<b>&\"\"'\u0007\u001b[31m\",", StringComparison.Ordinal));
        var (portrait, words) = (Portray(world, Language.En, faulty: true), Phrasebook.Of(Language.En));
        Assert.Contains(portrait.Figures.Single(figure => figure.Id == "byOffice").Categories, name => name.StartsWith("<b>", StringComparison.Ordinal));
        Assert.DoesNotContain(Parse(HtmlPage.Write(portrait, words)).Descendants("b"), element => element.Parent!.Name.LocalName != "li");
        Assert.DoesNotContain('\u001b', TextPage.Write(portrait, words));
    }

    [Fact]
    public void A_folder_without_a_world_has_no_portrait_and_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("tamiz-none-");
        var diagnostics = new List<Diagnostic>();
        Assert.Null(WorldReport.Read(folder.FullName, Phrasebook.Of(Language.En), diagnostics));
        Assert.Equal(["TZ2801"], diagnostics.Select(diagnostic => diagnostic.Code));
        folder.Delete();
    }

    [Fact]
    public void Every_axis_holds_its_values() =>
        Gen.Double[0, 1e12].Array[1, 20].Sample(values =>
        {
            var (linear, logarithmic) = (Scale.Linear(values), Scale.Logarithmic(values));
            Assert.True(linear.Marks[^1] >= values.Max());
            Assert.InRange(linear.Marks.Count, 2, 8);
            Assert.All(values, value => Assert.InRange(linear.Of(value), 0, 1));
            Assert.All(values.Where(value => value > 0), value => Assert.True(logarithmic.Marks[0] <= value && value <= logarithmic.Marks[^1]));
        });

    private static Portrait Portray(WrittenWorld world, Language language, bool faulty = false)
    {
        var diagnostics = new List<Diagnostic>();
        var portrait = WorldReport.Read(world.Folder, Phrasebook.Of(language), diagnostics);
        Assert.Equal(faulty, diagnostics.Count > 0);
        return portrait!;
    }

    private static XDocument Parse(string page) =>
        XDocument.Load(XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore }));

    private static List<string[]> Rows(WrittenWorld world, string file) =>
        [.. File.ReadLines(world.PathOf(file)).Skip(1).Select(line => line.Replace("goods, as", "goods as", StringComparison.Ordinal).Split(','))];

    private static string Name(string[] row) => $"{row[0]}/{row[1]}/{row[2]}";

    private static IEnumerable<string[]> Joined(List<string[]> truth, List<string[]> rows)
    {
        var byItem = truth.ToDictionary(row => row[0] + "#" + row[2], row => row[7]);
        return rows.Select(row => (string[])[.. row, byItem[Name(row) + "#" + row[10]]]);
    }

    private static double Number(string text) => text.Length == 0 ? 0 : double.Parse(text, CultureInfo.InvariantCulture);

    private static void Near(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual.ToList()), pair => Assert.Equal(pair.First, pair.Second, 6));
}
