using CsCheck;
using Tamiz.Simulation.Checking;
using Xunit;

namespace Tamiz.Tests.Simulation.Checking;

public class WorldCheckTests
{
    private const string January = "declarations/2025-01.csv";
    private const string Findings = "observed/findings.csv";
    private const string Controls = "observed/controls.csv";
    private const string Truth = "truth/items.csv";

    public static TheoryData<string, string, string, Func<string, string>> Changes => new()
    {
        { "TZ2805", January, "a column is called otherwise", text => text.Replace("item.hs", "item.code", StringComparison.Ordinal) },
        { "TZ2805", Truth, "the file is empty", _ => "" },
        { "TZ2806", January, "a mass is no number", text => Field(text, 16, "heavy") },
        { "TZ2806", January, "a day does not exist", text => Field(text, 4, "2025-02-30") },
        { "TZ2806", Truth, "a kind is unknown", text => Field(text, 6, "sinister") },
        { "TZ2807", January, "a field is missing", text => Line(text, line => line[..line.LastIndexOf(',')]) },
        { "TZ2807", January, "a quote is open", text => text + "\"" },
        { "TZ2808", January, "a row is missing", text => Line(text, _ => "") },
        { "TZ2811", January, "a row stands twice", text => Line(text, line => line + "\n" + line) },
        { "TZ2812", January, "a value is negative", text => Field(text, 18, "-1") },
        { "TZ2812", January, "a mass is zero", text => Field(text, 16, "0") },
        { "TZ2813", January, "a check digit is wrong", text => Field(text, 7, "TZXU0000010") },
        { "TZ2813", January, "a container is no container", text => Field(text, 7, "box") },
        { "TZ2814", Findings, "a finding of nothing", text => Field(text, 0, "XXAAA/2025/999999") },
        { "TZ2814", "observed/cancellations.csv", "a cancellation of nothing", text => Field(text, 0, "XXAAA/2025/999999") },
        { "TZ2814", Truth, "truth of nothing", text => Field(text, 2, "77") },
        { "TZ2815", Truth, "truth is missing", text => Line(text, _ => "") },
        { "TZ2815", Truth, "truth stands twice", text => Line(text, line => line + "\n" + line) },
        { "TZ2816", Controls, "a control is missing", text => Line(text, _ => "") },
        { "TZ2817", Findings, "known before it was controlled", text => Field(text, 8, "2025-01-01T00:00") },
        { "TZ2817", Controls, "controlled before it was lodged", text => Field(text, 6, "2024-12-01") },
        { "TZ2818", Controls, "a control of a week", text => Field(text, 9, "2400") },
        { "TZ2818", "observed/shifts.csv", "nobody was there", text => text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)] },
        { "TZ2819", January, "a scheme stands in a declaration", text => Field(text, 15, "secret-scheme") },
        { "TZ2819", Findings, "a mechanism stands in a finding", text => Field(text, 10, "undervalue") },
        { "TZ2819", "home/tamiz.yaml", "a scheme stands in the home", text => text + "note: secret-scheme\n" },
        { "TZ2819", "declarations/2025-01.jsonl", "a scheme stands in JSON", text => text.Replace("XXAAA", "secret-scheme", StringComparison.Ordinal) },
        { "TZ2809", "pack.yaml", "a target that there is not", text => text + "  fraudRates: {low: 1, high: 2, source: x}\n" },
        { "TZ0104", "pack.yaml", "bounds that are crossed", text => text + "  drift: {low: 0.9, high: 0.1, source: x}\n" },
        { "TZ0101", "pack.yaml", "a pack that is no YAML", _ => "{" },
    };

    [Fact]
    public void A_world_without_fault_is_measured_in_everything_and_breaks_no_rule()
    {
        using var world = new WrittenWorld();
        var report = WorldCheck.Run(world.Folder);
        Assert.Empty(report.Diagnostics);
        Assert.All(report.Rules, rule => Assert.Equal(0, rule.Broken));
        Assert.Equal(TargetTable.Default.Select(target => target.Id), report.Targets.Select(target => target.Target.Id));
        Assert.All(report.Targets.Where(target => target.Target.Id != "newImporters"), target => Assert.True(double.IsFinite(target.Measured.Value), target.Target.Id));
        Assert.Equal(1500, report.Declarations);
    }

    [Fact]
    public void The_same_world_gives_the_same_bits_and_another_one_does_not()
    {
        using var world = new WrittenWorld(600);
        using var other = new WrittenWorld(600, seed: 2);
        Assert.Equal(Figures(world), Figures(world));
        Assert.NotEqual(Figures(world), Figures(other));

        static IEnumerable<long> Figures(WrittenWorld of) => [.. WorldCheck.Run(of.Folder).Targets.Select(target => BitConverter.DoubleToInt64Bits(target.Measured.Value))];
    }

    [Fact]
    public void Counts_are_those_of_the_files()
    {
        using var world = new WrittenWorld();
        var truth = File.ReadLines(world.PathOf(Truth)).Skip(1).Select(line => line.Split(',')).ToList();
        var fraudulent = truth.Where(row => row[6] == "fraud").Select(row => row[0]).Distinct().Count();
        var evaded = truth.Where(row => row[7] != "0").Select(row => double.Parse(row[7], System.Globalization.CultureInfo.InvariantCulture)).OrderDescending().ToList();
        var report = WorldCheck.Run(world.Folder);
        Assert.Equal(fraudulent / 1500.0, Of("fraudRate"), 12);
        Assert.Equal(evaded.Take((int)Math.Ceiling(evaded.Count * 0.01)).Sum() / evaded.Sum(), Of("evadedTop"), 9);
        Assert.Equal(1500.0 / truth.Select(row => row[3]).Distinct().Count(), Of("declarationsPerImporter"), 9);
        Assert.Equal(0.12, report.Targets[0].Target.High, 12);
        Assert.Equal("of this test", report.Targets[0].Target.Source);

        double Of(string id) => report.Targets.Single(target => target.Target.Id == id).Measured.Value;
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_is_wrong_is_named_by_its_number_and_place(string code, string file, string what, Func<string, string> change)
    {
        using var world = new WrittenWorld(300);
        world.Change(file, change);
        var report = WorldCheck.Run(world.Folder);
        Assert.True(report.Diagnostics.Any(diagnostic => diagnostic.Code == code), $"{what}: {string.Join(' ', report.Diagnostics.Select(diagnostic => diagnostic.Code))}");
        Assert.False(report.IsFine);
        Assert.DoesNotContain(report.Diagnostics, diagnostic => diagnostic.Code == "TZ2803");
    }

    [Fact]
    public void A_changed_byte_is_found_whatever_the_file()
    {
        using var world = new WrittenWorld(200);
        foreach (var path in Directory.GetFiles(world.Folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("world.json", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(path);
            bytes[^1] ^= 1;
            File.WriteAllBytes(path, bytes);
            var name = Path.GetRelativePath(world.Folder, path).Replace('\\', '/');
            Assert.Contains(WorldCheck.Run(world.Folder).Diagnostics, diagnostic => diagnostic.Code == "TZ2803" && diagnostic.Where.File == name);
            bytes[^1] ^= 1;
            File.WriteAllBytes(path, bytes);
        }
    }

    [Theory]
    [InlineData("world.json", "TZ2801")]
    [InlineData("pack.yaml", "TZ2802")]
    [InlineData(January, "TZ2802")]
    [InlineData(Truth, "TZ2802")]
    public void A_missing_file_is_named(string file, string code)
    {
        using var world = new WrittenWorld(200);
        File.Delete(world.PathOf(file));
        var report = WorldCheck.Run(world.Folder);
        Assert.Contains(report.Diagnostics, diagnostic => diagnostic.Code == code && diagnostic.Where.File == file);
        Assert.False(report.IsFine);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"format\":2}")]
    [InlineData("{\"format\":1,\"country\":\"x\",\"currency\":\"x\",\"seed\":1,\"months\":3,\"begin\":\"yesterday\",\"files\":{}}")]
    [InlineData("{\"format\":1,\"country\":\"x\",\"currency\":\"x\",\"seed\":1,\"months\":3,\"begin\":\"9999-12\",\"files\":{}}")]
    [InlineData("{\"format\":1,\"country\":\"x\",\"currency\":\"x\",\"seed\":1,\"months\":3,\"begin\":\"2025-01\",\"files\":[]}")]
    public void A_manifest_that_is_none_is_named(string text)
    {
        using var world = new WrittenWorld(200);
        File.WriteAllText(world.PathOf("world.json"), text);
        Assert.Contains(WorldCheck.Run(world.Folder).Diagnostics, diagnostic => diagnostic.Code == "TZ2801");
    }

    [Fact]
    public void A_file_that_is_not_of_the_world_is_only_a_warning()
    {
        using var world = new WrittenWorld(200);
        File.WriteAllText(world.PathOf("notes.txt"), "x");
        var report = WorldCheck.Run(world.Folder);
        Assert.Equal(["TZ2804"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_manifest_does_not_lead_out_of_its_folder()
    {
        using var world = new WrittenWorld(200);
        var outside = Path.GetTempFileName();
        File.WriteAllText(world.PathOf("world.json"), File.ReadAllText(world.PathOf("world.json")).Replace("pack.yaml", "../" + Path.GetFileName(outside), StringComparison.Ordinal));
        var report = WorldCheck.Run(world.Folder);
        File.Delete(outside);
        Assert.DoesNotContain(report.Diagnostics, diagnostic => diagnostic.Where.File.Contains("..", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_stands_in_a_file_is_thrown()
    {
        using var world = new WrittenWorld(60);
        var paths = Directory.GetFiles(world.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var whole = paths.ToDictionary(path => path, File.ReadAllBytes);
        Gen.Select(Gen.Int[0, paths.Length - 1], Gen.Int[0, 1_000_000], Gen.Byte, Gen.Int[0, 2]).Sample(damage =>
        {
            var (file, at, value, kind) = damage;
            var bytes = whole[paths[file]];
            var place = at % bytes.Length;
            File.WriteAllBytes(paths[file], kind switch
            {
                0 => [.. bytes[..place], value, .. bytes[(place + 1)..]],
                1 => bytes[..place],
                _ => [.. bytes[..place], value, .. bytes[place..]],
            });
            var report = WorldCheck.Run(world.Folder);
            File.WriteAllBytes(paths[file], bytes);
            Assert.True(report.Diagnostics.Count > 0 || bytes[place] == value || paths[file].EndsWith("world.json", StringComparison.Ordinal));
        }, iter: 80, threads: 1);
    }

    [Theory]
    [InlineData(0.5, 0.4, 0.6, TargetState.Met)]
    [InlineData(0.1, 0.1, 0.1, TargetState.Met)]
    [InlineData(0.05, 0.01, 0.09, TargetState.Missed)]
    [InlineData(0.05, 0.01, 0.11, TargetState.Undecided)]
    [InlineData(1.2, 0.9, 1.5, TargetState.Undecided)]
    [InlineData(double.NaN, double.NaN, double.NaN, TargetState.Undecided)]
    public void A_target_is_missed_only_where_the_whole_interval_is_outside(double value, double low, double high, TargetState state) =>
        Assert.Equal(state, new Target("x", 0.1, 1, "number", "", "").StateOf(new Measured(value, low, high)));

    [Fact]
    public void Every_target_says_what_it_is_measured_on_and_where_its_range_comes_from() =>
        Assert.All(TargetTable.Default, target =>
        {
            Assert.False(string.IsNullOrWhiteSpace(target.Basis) || string.IsNullOrWhiteSpace(target.Source), target.Id);
            Assert.True(target.Low <= target.High, target.Id);
            Assert.True(target.Unit is "share" or "ratio" or "auc" or "number", target.Unit);
        });

    private static string Line(string text, Func<string, string> change)
    {
        var lines = text.Split('\n');
        lines[1] = change(lines[1]);
        return string.Join('\n', lines.Where(line => line.Length > 0)) + "\n";
    }

    private static string Field(string text, int field, string value) => Line(text, line =>
    {
        // The one quoted field holds a comma.
        var fields = line.Replace("goods, as", "goods as", StringComparison.Ordinal).Split(',');
        fields[field] = value;
        return string.Join(',', fields);
    });
}
