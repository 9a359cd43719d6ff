using System.Globalization;
using System.Text;
using Tamiz.Formats;
using Tamiz.Simulation.Schemes;
using Xunit;

namespace Tamiz.Tests.Simulation;

/// <summary>The page of parameters is made from the packs, the schemes, the table of goods and the mechanisms that are shipped.</summary>
public class ParametersPageTests
{
    private const int Longest = 70;

    [Fact]
    public void The_page_of_parameters_is_made_from_what_is_shipped()
    {
        var page = new StringBuilder("""
            # The parameters of simulated worlds

            Made from the shipped packs, schemes and mechanisms by a test; [simulation.md](simulation.md) says what they do. «Set by hand» means what it says:
            nothing was measured.

            ## Packs


            """);
        var packs = WorldPlanReader.Shipped.Select(name => (name, Text: Parse($"packs/{name}"))).ToList();
        page.Append(CultureInfo.InvariantCulture, $"| parameter | {string.Join(" | ", packs.Select(pack => pack.name))} | unit | source |\n|---|{Repeated("---|", packs.Count)}---|---|\n");
        foreach (var path in packs.SelectMany(pack => pack.Text.Section("sources").Keys).Distinct().ToList())
        {
            var values = packs.Select(pack => ValueOf(pack.Text, path));
            var entries = packs.Select(pack => pack.Text.Section("sources")).Where(sources => sources.Has(path)).Select(sources => sources.Section(path)).ToList();
            page.Append(CultureInfo.InvariantCulture, $"| `{path}` | {string.Join(" | ", values)} | {entries[0].Text("unit")} | {Sources(entries)} |\n");
        }

        AddGoods(page);
        AddMechanisms(page);
        AddSchemes(page);
        Golden.Check("docs/reference/simulation-parameters.md", page.ToString());
    }

    private static void AddGoods(StringBuilder page)
    {
        var sources = Parse("goods/common").Section("sources");
        page.Append("\n## The table of goods\n\n| parameter | unit | source |\n|---|---|---|\n");
        foreach (var path in sources.Keys)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{path}` | {sources.Section(path).Text("unit")} | {sources.Section(path).Text("source")} |\n");
        }
    }

    private static void AddMechanisms(StringBuilder page)
    {
        page.Append("\n## Mechanisms\n\n| mechanism | found as | evades money | parameter | usual | from | to | meaning |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var mechanism in AllMechanisms.List)
        {
            var first = $"| `{mechanism.Name}` | {mechanism.Finding} | {(mechanism.Fiscal ? "yes" : "no")} ";
            page.Append(mechanism.Parameters.Count == 0 ? first + "| | | | | |\n" : "");
            foreach (var parameter in mechanism.Parameters)
            {
                page.Append(CultureInfo.InvariantCulture, $"{first}| `{parameter.Name}` | {parameter.Otherwise} | {parameter.Least} | {parameter.Most} | {parameter.Meaning} |\n");
                first = "| | | ";
            }
        }
    }

    private static void AddSchemes(StringBuilder page)
    {
        page.Append("\n## Schemes\n\nShares of actors, readiness of others, detection and the rest are set by hand; each file in `src/Tamiz.Simulation/Data/schemes` says why.\n\n");
        page.Append("| scheme | mechanism | kind | area | actors | goods | origins | parameters | detection | from month |\n|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var name in SchemeNames())
        {
            var scheme = Parse("schemes/" + name);
            page.Append(CultureInfo.InvariantCulture, $"| `{name}` | {scheme.Text("mechanism")} | {scheme.Text("kind")} | {scheme.Text("area")} | {Pairs(scheme.Section("actors"))} ");
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(' ', scheme.Texts("hs"))} | {string.Join(' ', scheme.Texts("origins"))} | {Pairs(scheme.Section("parameters"))} | {Pairs(scheme.Section("detection"))} | {scheme.Text("birth") ?? "0"} |\n");
        }
    }

    // A single value, a list, or a word where there is a whole table.
    private static string ValueOf(YamlSection section, string path)
    {
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            if (!section.IsSection(part))
            {
                return "by element";
            }

            section = section.Section(part);
        }

        var value = !section.Has(parts[^1]) ? "" : section.IsSection(parts[^1]) ? Pairs(section.Section(parts[^1])) : string.Join(", ", section.Texts(parts[^1]));
        return value.Length <= Longest ? value : "see the pack";
    }

    private static string Sources(List<YamlSection> entries) =>
        string.Join("; elsewhere: ", entries.Select(entry => entry.Text("source")).Distinct().OrderBy(source => source is "set by hand"));

    private static string Pairs(YamlSection section) => string.Join(", ", section.Keys.Select(key => $"{key} {string.Join(' ', section.Texts(key))}"));

    private static IEnumerable<string> SchemeNames() => Directory.GetFiles(Path.Combine(Repository.Root, "src/Tamiz.Simulation/Data/schemes"), "*.yaml")
        .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    private static YamlSection Parse(string name) =>
        YamlSection.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/Tamiz.Simulation/Data", name + ".yaml")), name, []);

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
