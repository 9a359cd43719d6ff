using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.Schemes;

/// <summary>Reads a pack with its table of goods and its schemes, shipped ones by name and others from files.</summary>
public static class WorldPlanReader
{
    private const string Prefix = "Tamiz.Simulation.";
    internal const long MostBytes = 8_000_000;
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

        return found.Exists(diagnostic => diagnostic.Rule.Severity == Severity.Error) ? null : plan;
    }

    private static WorldPlan? TryRead(string country, string? schemes, List<Diagnostic> diagnostics)
    {
        if (Text("packs/", country, diagnostics) is not { } packText)
        {
            return null;
        }

        var pack = PackReader.Read(packText, country, out var goodsName, diagnostics);
        var beside = File.Exists(country) ? Path.Combine(Path.GetDirectoryName(country) ?? "", goodsName) : goodsName;
        if (Text("goods/", File.Exists(beside) ? beside : goodsName, diagnostics) is not { } goodsText)
        {
            return null;
        }

        var goods = GoodsReader.Read(goodsText, goodsName, diagnostics);
        var read = ReadSchemes(schemes, diagnostics);
        CheckNames(pack, goods, read, country, diagnostics);
        var used = read.Where(scheme => pack.Fraud.Schemes.ContainsKey(scheme.Plan.Name) || pack.Honest.ContainsKey(scheme.Plan.Name)).ToList();
        return new WorldPlan(pack, goods, [.. used.Select(scheme => scheme.Plan)],
            [("pack.yaml", packText), ("goods.yaml", goodsText), .. used.Select(scheme => ($"schemes/{scheme.Plan.Name}.yaml", scheme.Text))]);
    }

    private static List<(SchemePlan Plan, string Text)> ReadSchemes(string? folder, List<Diagnostic> diagnostics)
    {
        var byName = new SortedDictionary<string, (SchemePlan, string)>(StringComparer.Ordinal);
        foreach (var name in Names("schemes/"))
        {
            Add(name, Resource($"schemes/{name}.yaml") ?? "");
        }

        var files = folder is not null && Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Take(MostSchemes).ToArray() : [];
        if (folder is not null && files.Length == 0)
        {
            diagnostics.Add(PackDiagnostics.NotFound.At(new Place(folder), folder, "a folder with *.yaml"));
        }

        foreach (var file in files)
        {
            if (FileText(file, diagnostics) is { } text)
            {
                Add(file, text);
            }
        }

        return [.. byName.Values];

        void Add(string file, string text)
        {
            var plan = SchemeReader.Read(text, file, diagnostics);
            byName[plan.Name] = (plan, text);
        }
    }

    private static void CheckNames(Pack pack, GoodsTable goods, List<(SchemePlan Plan, string Text)> schemes, string country, List<Diagnostic> diagnostics)
    {
        var known = schemes.Select(scheme => scheme.Plan.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in pack.Fraud.Schemes.Keys.Concat(pack.Honest.Keys).Where(name => !known.Contains(name)))
        {
            diagnostics.Add(PackDiagnostics.UnknownName.At(new Place(country, 0, 0, "fraud.schemes"), name, Nearest.To(name, known) is { } near ? $"«{near}»" : null));
        }

        foreach (var code in pack.Preferences.Keys.Where(code => goods.CountryOf(code) < 0))
        {
            diagnostics.Add(PackDiagnostics.UnknownName.At(new Place(country, 0, 0, "preferences"), code, "a country of the table of goods"));
        }
    }

    private static string? Text(string kind, string name, List<Diagnostic> diagnostics)
    {
        if (File.Exists(name))
        {
            return FileText(name, diagnostics);
        }

        var text = Resource($"{kind}{name}.yaml");
        if (text is null)
        {
            diagnostics.Add(PackDiagnostics.NotFound.At(new Place(name), name, "a file, or one of " + string.Join(", ", Names(kind))));
        }

        return text;
    }

    private static string? FileText(string file, List<Diagnostic> diagnostics)
    {
        if (new FileInfo(file).Length <= MostBytes)
        {
            return File.ReadAllText(file);
        }

        diagnostics.Add(PackDiagnostics.NotFound.At(new Place(file), "a larger file", $"a file of at most {MostBytes} bytes"));
        return null;
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
