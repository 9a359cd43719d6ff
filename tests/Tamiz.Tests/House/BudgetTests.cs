using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Tamiz.Tests.House;

public class BudgetTests
{
    private const int MaxFile = 400;
    private const int UsualFile = 200;
    private const int MaxMethod = 60;
    private const int UsualMethod = 30;
    private const int MaxNesting = 4;
    private const int MaxParameters = 6;
    private const int MaxRoot = 20;

    private static readonly (string File, string Text, SyntaxNode Root)[] Sources = [.. Directory
        .GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => (File: Path.GetRelativePath(Repository.Root, file), Text: File.ReadAllText(file)))
        .Select(source => (source.File, source.Text, SourceBudgets.Parse(source.Text)))];

    // What may exceed a budget, as "file member", each with its reason. Nothing does; the parameters of records are not counted
    // at all (SourceBudgets says why).
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal);

    [Fact]
    public void No_shipped_file_is_long()
    {
        var lengths = Sources.Select(source => (source.File, Lines: source.Text.AsSpan().Count('\n'))).ToList();
        Offenders(lengths.Where(file => file.Lines > MaxFile).Select(file => (file.File, $"{file.Lines} lines")));
        Assert.InRange(SourceBudgets.Percentile95(lengths.Select(file => file.Lines)), 1, UsualFile);
    }

    [Fact]
    public void No_method_is_long()
    {
        var lengths = Bodies().Select(body => (body.Name, Lines: SourceBudgets.Lines(body.Node))).ToList();
        Offenders(lengths.Where(body => body.Lines > MaxMethod).Select(body => (body.Name, $"{body.Lines} lines")));
        Assert.InRange(SourceBudgets.Percentile95(lengths.Select(body => body.Lines)), 1, UsualMethod);
    }

    [Fact]
    public void No_method_nests_deeply() =>
        Offenders(Bodies().Select(body => (body.Name, Depth: SourceBudgets.Nesting(body.Node)))
            .Where(body => body.Depth > MaxNesting).Select(body => (body.Name, $"nests {body.Depth} deep")));

    [Fact]
    public void Nothing_takes_many_parameters() =>
        Offenders(Sources.SelectMany(source => SourceBudgets.ParameterLists(source.Root).Select(list => (Name: $"{source.File} {list.Name}", list.Count)))
            .Where(list => list.Count > MaxParameters).Select(list => (list.Name, $"{list.Count} parameters")));

    [Theory]
    [InlineData("#region")]
    [InlineData("null!")]
    [InlineData("TODO")]
    public void No_shipped_file_contains(string text) =>
        Offenders(Sources.Where(source => source.Text.Contains(text, StringComparison.Ordinal)).Select(source => (source.File, text)));

    [Fact]
    public void The_root_is_short()
    {
        var entries = Tracked().Select(file => file.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.True(entries.Count is > 1 and <= MaxRoot, $"{entries.Count} entries, at most {MaxRoot}: {string.Join(", ", entries)}");
    }

    private static IEnumerable<(string Name, SyntaxNode Node)> Bodies() =>
        Sources.SelectMany(source => SourceBudgets.Bodies(source.Root).Select(node => ($"{source.File} {SourceBudgets.NameOf(node)}", node)));

    private static void Offenders(IEnumerable<(string Name, string Why)> found) =>
        Assert.Empty(found.Where(one => !Exceptions.ContainsKey(one.Name)).Select(one => $"{one.Name}: {one.Why}"));

    // What a run leaves in the root is no part of it, so git is asked.
    private static string[] Tracked()
    {
        if (!Path.Exists(Path.Combine(Repository.Root, ".git")))
        {
            Assert.Skip("not a clone: what belongs to the root cannot be told from what was left there");
        }

        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, "ls-files"]) { RedirectStandardOutput = true })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return files;
    }
}
