using Xunit;

namespace Tamiz.Tests.Formats;

/// <summary>Mappings and homes with something wrong in them: the command stops before it reads a row, and says where.</summary>
public sealed class BadMappingTests
{
    public static TheoryData<string, string, string> Mappings => new()
    {
        { "name: test", "nam: test", "TZ0102 1:1 «name»" },
        { "name: test", "other: 1", "TZ0103 1:1 «name»" },
        { "name: test", "name: test\n\tx: 1", "TZ0101 1:7" },
        { "name: test", "[1, 2]", "TZ0101" },
        { "item.origin: origin", "item.orgin: origin", "TZ0111 8:3 «item.origin»" },
        { "item.origin: origin", "weather: origin", "TZ0111 8:3 a field of the declaration" },
        { "item.origin: origin", "item.origin: {column: origin, tak: 2}", "TZ0102 8:33 «take»" },
        { "item.origin: origin", "item.origin: {take: 2}", "TZ0104 8:16 a column or a constant" },
        { "item.origin: origin", "item.origin: [origin]", "TZ0104 8:16 a single value" },
        { "item.netMass: mass", "item.netMass: {column: mass, scale: 1e20}", "TZ0104 9: a number from" },
        { "item.origin: origin", "item.origin: result", "TZ0112 8:3 a column that was known at lodgement" },
        { "name: test", "name: test\noutcome: [origin]", "TZ0112 9:3 a column that was known at lodgement" },
        { "name: test", "name: test\nkeys: [{key: [item.hs, item.origin, importer.id]}]", "TZ0113 2: one or two fields" },
        { "name: test", "name: test\nkeys: [{key: item.netMass}]", "TZ0113 2: one or two fields" },
        { "name: test", "name: test\ntimeZone: America/Nowhere", "TZ0114 2:1 an IANA time zone" },
        { "declaration.lodgedAt: date", "importer.id: date", "TZ0104 3:3 declaration.lodgedAt" },
        { "name: test", "name: test\ndelimiter: ;;", "TZ0104 2: one ASCII character" },
        { "name: test", "name: test\nrow: line", "TZ0104 2: one of declaration, item" },
        { "  knownAt: known", "", "TZ0104 13:3 knownAt" },
        { "  area: revenue", "  aera: revenue", "TZ0103 13: «area»" },
        { "name: test", "name: test\nname: again", "TZ0101 2:1" },
    };

    [Theory]
    [MemberData(nameof(Mappings))]
    public void A_mapping_says_what_is_wrong_with_it(string line, string replacement, string expected)
    {
        using var run = new Assessed();
        run.Run(BadInputTests.Mapping.Replace(line, replacement, StringComparison.Ordinal), [run.Write("in.csv", BadInputTests.Heading + "\n")]);
        Says(run, "mapping.yaml", expected);
    }

    public static TheoryData<string, string, string, string> Homes => new()
    {
        { "tamiz.yaml", "name:", "nam:", "TZ0102 2:1 «name»" },
        { "tamiz.yaml", "lanes:", "lanse:", "TZ0103 2:1 «lanes»" },
        { "tamiz.yaml", "  - {id: green}\n", "", "TZ0407 12:5" },
        { "tamiz.yaml", "  - {id: red, share: 5 %, random: 1 %}\n  - {id: yellow, share: 10 %}\n", "", "TZ0401" },
        { "tamiz.yaml", "currency: USD", "", "TZ0103 2:1 «currency»" },
        { "tamiz.yaml", "currency: USD", "currency: [", "TZ0101" },
        { "tamiz.yaml", "timeZone: America/Tegucigalpa", "timeZone: Honduras", "TZ0114 0:0 an IANA time zone" },
        { "tamiz.yaml", "area: revenue", "area: weather", "TZ0104 6: an area of risks.yaml" },
        { "tamiz.yaml", "languages: [es, en]", "languages: [es, xx]", "TZ0104 4: es, fr, en or pt" },
        { "risks.yaml", "areas:", "areas: [] # ", "TZ0503" },
        { "risks.yaml", "measure: money", "measure: gold", "TZ0104 10:14" },
    };

    [Theory]
    [MemberData(nameof(Homes))]
    public void A_home_says_what_is_wrong_with_it(string file, string line, string replacement, string expected)
    {
        using var run = new Assessed();
        var home = run.InFolder("home");
        run.RunRaw("init", home);
        Assert.Equal(0, run.Exit);
        var path = Path.Combine(home, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(line, replacement, StringComparison.Ordinal));
        run.Run(BadInputTests.Mapping, [run.Write("in.csv", BadInputTests.Heading + "\n")], "--home", home);
        Says(run, file, expected);
    }

    [Fact]
    public void A_folder_without_tamiz_yaml_is_no_home()
    {
        using var run = new Assessed();
        run.Run(BadInputTests.Mapping, [run.Write("in.csv", BadInputTests.Heading + "\n")], "--home", run.Folder);
        Assert.Equal(2, run.Exit);
        Assert.Contains("is not a home", run.Errors, StringComparison.Ordinal);
    }

    /// <summary>Expected: the number, perhaps line: or line:column, and words of what was expected.</summary>
    private static void Says(Assessed run, string file, string expected)
    {
        var parts = expected.Split(' ', 3);
        var place = parts.Length == 1 ? "" : parts[1].TrimEnd(':') is "0:0" ? "" : parts[1].TrimEnd(':');
        Assert.Equal(2, run.Exit);
        Assert.Null(run.Json);
        Assert.False(File.Exists(run.OutPath));
        Assert.Contains(run.Errors.Split('\n'), line => line.StartsWith(parts[0] + " ", StringComparison.Ordinal)
            && line.Contains(place.Length == 0 ? file : $"{file}:{place}", StringComparison.Ordinal) && line.Contains(parts.Length > 2 ? parts[2] : "", StringComparison.Ordinal));
    }
}
