using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Tamiz.Documents.Templates;
using Tamiz.Facts;
using Tamiz.Flow;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Integrity;
using Tamiz.Simulation.Checking;
using Tamiz.Storage;
using Tamiz.Storage.Archive;
using Tamiz.Storage.Desk;
using Xunit;

namespace Tamiz.Tests.House;

public partial class PageTests
{
    [Fact]
    public void Diagnostics_have_numbers_of_their_own_and_say_what_to_do()
    {
        var rules = Rules();
        Assert.All(rules, rule => Assert.Matches("^TZ[0-9]{4}$", rule.Code));
        Assert.All(rules, rule => Assert.False(string.IsNullOrWhiteSpace(rule.Title) || string.IsNullOrWhiteSpace(rule.Expected) || string.IsNullOrWhiteSpace(rule.Advice), rule.Code));
        Assert.All(rules, rule => Assert.False($"{rule.Title}{rule.Expected}{rule.Advice}".AsSpan().ContainsAny('|', '\n'), $"{rule.Code} would break its table"));
        Assert.Empty(rules.GroupBy(rule => rule.Code, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Every_number_in_the_source_is_a_diagnostic_on_the_page()
    {
        var numbers = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Quoted().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(numbers, Rules().Select(rule => rule.Code));
    }

    [Fact]
    public void The_page_of_diagnostics_is_made_from_them()
    {
        var page = new StringBuilder("# Diagnostics\n\nMade from the code by a test. Numbers are never used again.\n\n| number | weight | what is wrong | expected | what to do |\n|---|---|---|---|---|\n");
        foreach (var rule in Rules())
        {
            page.Append(CultureInfo.InvariantCulture, $"| {rule.Code} | {rule.Severity} | {rule.Title} | {rule.Expected} | {rule.Advice} |\n");
        }

        Golden.Check("docs/reference/diagnostics.md", page.ToString());
    }

    [Fact]
    public void The_page_of_facts_is_made_from_the_catalogue()
    {
        var catalogue = new FactCatalogue(KeySet.Create([], "", []));
        var page = new StringBuilder("# Facts\n\nMade from the catalogue by a test, for the default keys of history; a mapping with other keys has the same facts for them.\nA fact that is not known is missing, never zero. What is derived follows from what is stored, and is worked out from it again, bit for bit.\n\n| fact | unit | family | known | kept | how it is filled |\n|---|---|---|---|---|---|\n");
        foreach (var fact in catalogue.Facts)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {fact.Id} | {fact.Unit} | {fact.Family} | {fact.AsOf} | {(fact.Derived ? "derived" : "stored")} | {fact.Filled} |\n");
        }

        page.Append("\n## Names\n\nWhat an officer reads; the names of facts about a field are made of the field's words.\n\n| fact | es | fr | en | pt |\n|---|---|---|---|---|\n");
        foreach (var fact in catalogue.Facts)
        {
            var names = Enum.GetValues<Language>().Select(language => FactNames.Of(fact, Phrasebook.Of(language)));
            page.Append(CultureInfo.InvariantCulture, $"| {fact.Id} | {string.Join(" | ", names)} |\n");
        }

        Golden.Check("docs/reference/facts.md", page.ToString());
    }

    [Fact]
    public void The_page_of_mappings_names_every_field()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "mapping.md"));
        Assert.All(MappingTarget.Standard, target => Assert.Contains($"`{target.Id}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_of_stores_names_every_column_and_table()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "stores.md"));
        var columns = new ArchiveColumns().All.Select(column => Pseudonym().Replace(column.Name, "_…"));
        var tables = typeof(DeskContext).GetProperties().Where(property => property.DeclaringType == typeof(DeskContext)).Select(property => property.Name);
        Assert.All(columns.Concat(tables), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_of_targets_is_made_from_them()
    {
        var page = new StringBuilder("""
            # What a simulated world is measured by

            Made from the code by a test. `tamiz simulate check DIR` measures each figure from the files alone and compares it with its range. **Met**:
            the figure lies in the range. **Missed**: it lies outside with its whole 95 % interval. **Too few to tell**: it lies outside, but its interval
            reaches into the range, or there was too little to measure; a larger world would tell. The command exits with 1 where a target is missed or a rule of consistency
            (TZ28 in [diagnostics.md](diagnostics.md)) is broken.

            A pack states other bounds under its key `targets`: `drift: {low: 0.7, high: 0.99, source: "…"}`. Where it does not, the rate of fraud has to lie within a
            quarter of its own `fraud.rate`. What is learnt is learnt from the first two thirds of the months, what is judged is the last third; declarations
            count as first lodged.

            | target | from | to | unit | measured on | source of the range |
            |---|---|---|---|---|---|

            """);
        foreach (var target in TargetTable.Default)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{target.Id}` | {target.Low:0.###} | {target.High:0.###} | {target.Unit} | {target.Basis} | {target.Source} |\n");
        }

        Golden.Check("docs/reference/simulation-targets.md", page.ToString());
    }

    private static List<DiagnosticRule> Rules() => [.. new[] { typeof(Course), typeof(HomeDiagnostics), typeof(CheckDiagnostics), typeof(TemplateDiagnostics), typeof(IntegrityWords) }
        .SelectMany(type => type.Assembly.GetTypes())
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(DiagnosticRule))
        .Select(field => (DiagnosticRule)field.GetValue(null)!)
        .OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    [GeneratedRegex("_(identifier|person)$")]
    private static partial Regex Pseudonym();

    [GeneratedRegex("\"(TZ[0-9]+)\"")]
    private static partial Regex Quoted();
}
