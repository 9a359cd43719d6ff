using System.Text;
using CsCheck;
using Tamiz.Simulation;
using Tamiz.Simulation.Checking;
using Tamiz.Simulation.Policies;
using Tamiz.Simulation.Schemes;
using Tamiz.Simulation.World;
using Tamiz.Simulation.Writing;
using Xunit;

namespace Tamiz.Tests.Simulation.Packs;

public class PlanCheckTests
{
    public static TheoryData<string, string> BadPlans => Cases.Read("BadPlans.cases");

    public static TheoryData<string, string, string> Monsters => new()
    {
        { "cove", "TZ2007", "offices:\n" + Repeated("  - {code: A, name: B}\n", 1_000_000) },
        { "cove", "TZ2008", "offices:\n" + Repeated("  - {code: A, name: B}\n", 40_000) },
        { "cove", "TZ0104", PlanFiles.TextOf("cove").Replace("bound: 90", Repeated("  - {code: QQ, name: B}\n", 501) + "bound: 90", StringComparison.Ordinal) },
        { "cove", "TZ2008", "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n" },
        { "cove", "TZ2008", "a: &a {k: 1}\nb: &b {x: {<<: *a}, y: {<<: *a}}\n" },
        { "cove", "TZ2008", "a: &a\n  b: *a\n" },
        { "cove", "TZ2008", "a: " + new string('[', 5_000) },
        { "cove", "TZ2008", "a: " + Repeated("{a: ", 300_000 / 4) },
        { "cove", "TZ0101", "- one\n- two\n" },
        { "cove", "TZ0101", "" },
        { "cove", "TZ0101", "\0\u0001\uFFFF" },
        { "cove", "TZ0101", "a: 1\na: 2\n" },
        { "cove", "TZ0101", "a: 1\n---\nb: 2\n" },
        { "quiet-swap", "TZ0104", PlanFiles.TextOf("quiet-swap").Replace("hs: [\"64\"]", $"hs: [{Repeated("\"64\",", 5_000)}]", StringComparison.Ordinal) },
        { "wares", "TZ0104", PlanFiles.TextOf("wares").Replace("\"smartphones\"", $"\"{new string('x', 100_000)}\"", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(BadPlans))]
    public void What_is_wrong_is_said_with_its_line_and_what_was_expected(string change, string expected)
    {
        var ((name, before, after), (rule, words, elsewhere)) = (Parts(change), Expected(expected));
        var text = PlanFiles.TextOf(name);
        Assert.Contains(before, text, StringComparison.Ordinal);
        using var files = new PlanFiles();
        files.Put(name, text.Replace(before, after, StringComparison.Ordinal));
        var diagnostics = Check(files.Folder);
        var found = diagnostics.Where(diagnostic => diagnostic.Code == rule && diagnostic.Expected.Contains(words, StringComparison.Ordinal)).ToList();
        Assert.True(found.Count > 0, string.Join('\n', diagnostics));
        Assert.All(found, diagnostic => Assert.False(string.IsNullOrEmpty(diagnostic.Rule.Advice)));
        var lines = Enumerable.Range(text.AsSpan(0, text.IndexOf(before, StringComparison.Ordinal)).Count('\n') + 1, after.Count('\n') + 1).Select(line => (long)line);
        Assert.True(elsewhere || found.Exists(diagnostic => lines.Contains(diagnostic.Where.Line) && diagnostic.Where.Column > 0), string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(Monsters))]
    public void What_is_too_much_is_refused_within_bounds(string name, string rule, string text)
    {
        using var files = new PlanFiles();
        files.Put(name, text);
        var before = GC.GetTotalAllocatedBytes();
        var diagnostics = Check(files.PathOf(name));
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == rule);
        Assert.InRange(diagnostics.Count, 1, 20_000);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 400_000_000);
    }

    [Fact]
    public void A_pack_with_goods_and_schemes_of_its_own_is_fine_and_makes_a_world()
    {
        using var files = new PlanFiles();
        Assert.Empty(Check(files.Folder));
        Assert.True(MakesAWorld(files));
    }

    [Fact]
    public void Everything_that_is_shipped_is_fine()
    {
        foreach (var country in WorldPlanReader.Shipped)
        {
            var diagnostics = new List<Diagnostic>();
            Assert.NotNull(WorldPlanReader.Read(country, null, diagnostics));
            Assert.Empty(diagnostics);
        }
    }

    [Fact]
    public void A_broken_text_never_throws() => Gen.Select(Gen.OneOf([.. PlanFiles.Names]), Mutations).Sample((name, changes) =>
    {
        using var files = new PlanFiles();
        files.Put(name, Mutated(PlanFiles.TextOf(name), changes));
        foreach (var diagnostic in Check(files.Folder))
        {
            Assert.NotEmpty(diagnostic.ToString());
        }
    }, iter: 300, threads: 1);

    // What the check lets pass must make a world without an exception, however odd its numbers are.
    [Fact]
    public void What_is_not_refused_makes_a_world() => Gen.Select(Gen.OneOf([.. PlanFiles.Names]), Gen.Select(Gen.Int[0, 100], Gen.OneOf(Extremes)).Array[1, 4]).Sample((name, changes) =>
    {
        using var files = new PlanFiles();
        var text = PlanFiles.TextOf(name);
        files.Put(name, changes.Aggregate(text, (so, change) => WithNumber(so, change.Item1, change.Item2)));
        Assert.True(Check(files.Folder).Count > 0 || MakesAWorld(files));
    }, iter: 120, threads: 1);

    private static readonly string[] Extremes =
        ["0", "1", "0.0001", "0.01", "0.5", "-0.5", "2", "3", "10", "12", "50", "100", "240", "1000", "10000", "1000000", "100000000", "1e-9", "1e28", "100 %"];

    private static readonly Gen<(int Kind, int Line, string Text)[]> Mutations =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 60], Gen.OneOf(Gen.String[0, 12], Gen.OneOf<string>(["NaN", "[]", "{}", "- ", "*a", "&a", "<<: *a", "\t", "\"", "1e999", "-1", "~", "!!int x", "? a", "%", "|", ">"]))).Array[1, 4];

    private static string Mutated(string text, (int Kind, int Line, string Text)[] changes)
    {
        var lines = text.Split('\n').ToList();
        foreach (var (kind, number, put) in changes)
        {
            var at = number % lines.Count;
            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            switch (kind)
            {
                case 0: lines.RemoveAt(at); break;
                case 1: lines.Insert(at, lines[at]); break;
                case 2: lines[at] = colon < 0 ? put : lines[at][..(colon + 1)] + " " + put; break;
                case 3: lines[at] = lines[at].Insert(lines[at].Length / 2, put); break;
                case 4: lines[at] = "  " + lines[at]; break;
                default: (lines[at], lines[^1]) = (lines[^1], lines[at]); break;
            }

            if (lines.Count == 0)
            {
                lines.Add("");
            }
        }

        return string.Join('\n', lines);
    }

    // The n-th number of a text, before its sources, becomes another.
    private static string WithNumber(string text, int ordinal, string number)
    {
        var end = text.IndexOf("sources:", StringComparison.Ordinal);
        var numbers = System.Text.RegularExpressions.Regex.Matches(text[..end], @"(?<=: |\[|, )-?[0-9][0-9.]*( %)?(?=[,}\]\n])");
        var match = numbers[ordinal % numbers.Count];
        return text[..match.Index] + number + text[(match.Index + match.Length)..];
    }

    private static bool MakesAWorld(PlanFiles files)
    {
        var diagnostics = new List<Diagnostic>();
        var plan = WorldPlanReader.Read(files.PathOf("cove"), files.Folder, diagnostics);
        Assert.True(plan is not null, string.Join('\n', diagnostics));
        var world = SimulatedWorld.Begin(plan.Pack, plan.Goods, plan.Schemes, new WorldSettings(5, 2, 300, new DateOnly(2025, 1, 1)), 1);
        using var writer = new WorldWriter(plan, world.State, new WritingSettings(Path.Combine(files.Folder, "world"), 0.2, 1, "legacy"));
        var policy = new LegacyPolicy(plan.Pack, plan.Goods);
        while (!world.Ended)
        {
            writer.Add(world.Step(policy));
        }

        return writer.Finish()["declarations"] >= 0;
    }

    private static List<Diagnostic> Check(string path)
    {
        var diagnostics = new List<Diagnostic>();
        _ = PlanCheck.Run(path, diagnostics);
        return diagnostics;
    }

    private static (string Name, string Before, string After) Parts(string change)
    {
        var (name, rest) = Halves(change, "·");
        var (before, after) = Halves(rest, "→");
        return (name, Unescaped(before), Unescaped(after));
    }

    private static (string Rule, string Words, bool Elsewhere) Expected(string text)
    {
        var parts = text.Split('·', StringSplitOptions.TrimEntries);
        return (parts[0], parts[1], parts.Length > 2);
    }

    private static (string First, string Second) Halves(string text, string sign)
    {
        var at = text.IndexOf(sign, StringComparison.Ordinal);
        return (text[..at].Trim(), text[(at + sign.Length)..].Trim());
    }

    private static string Unescaped(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
