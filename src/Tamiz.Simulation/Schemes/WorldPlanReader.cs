using Tamiz.Formats;
using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.Schemes;

/// <summary>Reads a pack with its table of goods and its schemes, shipped ones by name and others from files.</summary>
public static class WorldPlanReader
{
    private const string Prefix = "Tamiz.Simulation.";
    private const int MostSchemes = 200;

    /// <summary>Names of the packs that are shipped.</summary>
    public static IReadOnlyList<string> Shipped { get; } = [.. Names("packs/")];

    /// <summary>Reads what a world is made from; null where something is wrong, which goes to <paramref name="diagnostics"/>.</summary>
    /// <param name="country">Name of a pack that is shipped, or a file.</param>
    /// <param name="schemes">Folder of further schemes, which stand in for shipped ones of the same name; null for none.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static WorldPlan? Read(string country, string? schemes, ICollection<Diagnostic> diagnostics)
    {
        var found = new List<Diagnostic>();
        var plan = TryRead(country, schemes, found);
        foreach (var diagnostic in found)
        {
            diagnostics.Add(diagnostic);
        }

        return HasErrors(found) ? null : plan;
    }

    /// <summary>Whether a text is that of a scheme, or else of a table of goods; of a pack where neither.</summary>
    internal static (bool IsScheme, bool IsGoods) KindOf(string yaml, string file)
    {
        var section = PlanText.Parse(yaml, file, []);
        var isScheme = section.Has("mechanism") || section.Has("actors");
        return (isScheme, !isScheme && (section.Has("baskets") || section.Has("countries")));
    }

    private static WorldPlan? TryRead(string country, string? schemes, List<Diagnostic> diagnostics)
    {
        if (Text("packs/", country, diagnostics) is not { } packText)
        {
            return null;
        }

        var pack = PackReader.Read(packText, country, out var goodsName, diagnostics);
        if (goodsName.Length == 0)
        {
            return null;
        }

        var beside = Path.Combine(File.Exists(country) ? Path.GetDirectoryName(country) ?? "" : "", goodsName + ".yaml");
        var table = File.Exists(country) && File.Exists(beside) ? beside : goodsName;
        if (Text("goods/", table, diagnostics) is not { } goodsText)
        {
            return null;
        }

        var goods = GoodsReader.Read(goodsText, table, diagnostics);
        var read = ReadSchemes(schemes, diagnostics);
        CheckNames((pack, PlanText.Parse(packText, country, [])), goods, read, diagnostics);
        var used = read.Where(scheme => pack.Fraud.Schemes.ContainsKey(scheme.Plan.Name) || pack.Honest.ContainsKey(scheme.Plan.Name)).ToList();
        return new WorldPlan(pack, goods, [.. used.Select(scheme => scheme.Plan)],
            [("pack.yaml", packText), ("goods.yaml", goodsText), .. used.Select(scheme => ($"schemes/{scheme.Plan.Name}.yaml", scheme.Text))]);
    }

    // Packs and tables of goods may lie beside schemes; a name may stand in for a shipped scheme, and not for another of the folder.
    private static List<(SchemePlan Plan, string Text)> ReadSchemes(string? folder, List<Diagnostic> diagnostics)
    {
        var byName = new SortedDictionary<string, (SchemePlan, string)>(StringComparer.Ordinal);
        foreach (var name in Names("schemes/"))
        {
            var text = Resource($"schemes/{name}.yaml") ?? "";
            byName[name] = (SchemeReader.Read(text, name, diagnostics), text);
        }

        if (folder is null)
        {
            return [.. byName.Values];
        }

        var files = Files(folder);
        if (files.Length is 0 or > MostSchemes)
        {
            diagnostics.Add(PackDiagnostics.NotFound.At(new Place(folder), $"{files.Length} files *.yaml", $"a folder with 1 to {MostSchemes} files *.yaml"));
        }

        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Take(MostSchemes))
        {
            if (PlanText.Read(file, diagnostics) is { } text && KindOf(text, file).IsScheme)
            {
                var plan = SchemeReader.Read(text, file, diagnostics);
                byName[plan.Name] = (plan, text);
                if (!own.Add(plan.Name) && plan.Name.Length > 0)
                {
                    diagnostics.Add(PackDiagnostics.Twice.At(PlanText.Parse(text, file, []).PlaceOf("name"), plan.Name));
                }
            }
        }

        return [.. byName.Values];
    }

    /// <summary>The YAML files of a folder, in the order of their names.</summary>
    internal static string[] Files(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml").Take(10_000).Order(StringComparer.Ordinal)] : [];

    private static void CheckNames((Pack Plan, YamlSection Text) pack, GoodsTable goods, List<(SchemePlan Plan, string Text)> schemes, List<Diagnostic> diagnostics)
    {
        var kinds = schemes.DistinctBy(scheme => scheme.Plan.Name).ToDictionary(scheme => scheme.Plan.Name, scheme => scheme.Plan.Kind, StringComparer.Ordinal);
        CheckSchemes(pack.Text.Section("fraud").Section("schemes"), pack.Plan.Fraud.Schemes.Keys, kind => kind == ActKind.Fraud);
        CheckSchemes(pack.Text.Section("honest"), pack.Plan.Honest.Keys, kind => kind != ActKind.Fraud);
        var preferences = pack.Text.Section("preferences");
        foreach (var code in pack.Plan.Preferences.Keys.Where(code => goods.CountryOf(code) < 0))
        {
            diagnostics.Add(PackDiagnostics.UnknownName.At(preferences.PlaceOf(code), code, "a country of the table of goods"));
        }

        void CheckSchemes(YamlSection section, IEnumerable<string> names, Func<ActKind, bool> fits)
        {
            foreach (var name in names)
            {
                if (!kinds.TryGetValue(name, out var kind))
                {
                    diagnostics.Add(PackDiagnostics.UnknownName.At(section.PlaceOf(name), name, Nearest.To(name, kinds.Keys) is { } near ? $"«{near}»" : null));
                }
                else if (!fits(kind))
                {
                    diagnostics.Add(PackDiagnostics.NoWorld.At(section.PlaceOf(name), $"{name}, whose kind is {kind}", "fraud under fraud.schemes, error and bargain under honest"));
                }
            }
        }
    }

    private static bool HasErrors(List<Diagnostic> diagnostics) => diagnostics.Exists(diagnostic => diagnostic.Rule.Severity == Severity.Error);

    private static string? Text(string kind, string name, List<Diagnostic> diagnostics)
    {
        if (File.Exists(name))
        {
            return PlanText.Read(name, diagnostics);
        }

        var text = Resource($"{kind}{name}.yaml");
        if (text is null)
        {
            diagnostics.Add(PackDiagnostics.NotFound.At(new Place(name), name, "a file, or one of " + string.Join(", ", Names(kind))));
        }

        return text;
    }

    private static IEnumerable<string> Names(string kind) => typeof(WorldPlanReader).Assembly.GetManifestResourceNames()
        .Select(name => name.Replace('\\', '/')).Where(name => name.StartsWith(Prefix + kind, StringComparison.Ordinal))
        .Select(name => name[(Prefix.Length + kind.Length)..^".yaml".Length]).Order(StringComparer.Ordinal);

    private static string? Resource(string name)
    {
        var assembly = typeof(WorldPlanReader).Assembly;
        var resource = assembly.GetManifestResourceNames().FirstOrDefault(one => one.Replace('\\', '/') == Prefix + name);
        if (resource is null || assembly.GetManifestResourceStream(resource) is not { } stream)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
