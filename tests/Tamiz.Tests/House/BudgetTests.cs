using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    private static readonly (string File, SyntaxTree Tree)[] Sources = [.. Directory
        .GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => (Path.GetRelativePath(Repository.Root, file), CSharpSyntaxTree.ParseText(File.ReadAllText(file))))];

    [Fact]
    public void No_shipped_file_is_long()
    {
        var lengths = Sources.Select(source => (source.File, Lines: source.Tree.GetText().Lines.Count)).ToList();
        Assert.Empty(lengths.Where(file => file.Lines > MaxFile).Select(file => $"{file.File}: {file.Lines} lines"));
        Assert.InRange(Percentile95(lengths.Select(file => file.Lines)), 0, UsualFile);
    }

    [Fact]
    public void No_method_is_long()
    {
        var lengths = Methods().Select(method => (method.File, method.Name, Lines: Length(method.Node))).ToList();
        Assert.Empty(lengths.Where(method => method.Lines > MaxMethod).Select(method => $"{method.File} {method.Name}: {method.Lines} lines"));
        Assert.InRange(Percentile95(lengths.Select(method => method.Lines)), 0, UsualMethod);
    }

    [Fact]
    public void No_method_nests_deeply() =>
        Assert.Empty(Methods().Select(method => (method.File, method.Name, Depth: Nesting(method.Node))).Where(method => method.Depth > MaxNesting)
            .Select(method => $"{method.File} {method.Name}: nests {method.Depth} deep"));

    // The parameters of a record are its data, not what a caller has to get right in order; they are not counted.
    [Fact]
    public void No_method_takes_many_parameters() =>
        Assert.Empty(Methods().Select(method => (method.File, method.Name, Count: method.Node.ParameterList.Parameters.Count))
            .Where(method => method.Count > MaxParameters).Select(method => $"{method.File} {method.Name}: {method.Count} parameters"));

    [Theory]
    [InlineData("#region")]
    [InlineData("null!")]
    [InlineData("TODO")]
    public void No_shipped_file_contains(string text) =>
        Assert.Empty(Sources.Where(source => source.Tree.GetText().ToString().Contains(text, StringComparison.Ordinal)).Select(source => source.File));

    [Fact]
    public void The_root_is_short() =>
        Assert.InRange(Directory.GetFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)!)
            .Count(name => name is not (".git" or "artifacts" or "demo" or "home")), 1, 20);

    private static IEnumerable<(string File, string Name, BaseMethodDeclarationSyntax Node)> Methods() =>
        Sources.SelectMany(source => source.Tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
            .Select(node => (source.File, node is MethodDeclarationSyntax method ? method.Identifier.Text : "constructor", node)));

    private static int Length(BaseMethodDeclarationSyntax method)
    {
        var span = method.SyntaxTree.GetLineSpan(method.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static int Nesting(SyntaxNode method)
    {
        var deepest = 0;
        foreach (var node in method.DescendantNodes().Where(Nests))
        {
            deepest = Math.Max(deepest, node.AncestorsAndSelf().TakeWhile(ancestor => ancestor != method).Count(Nests));
        }

        return deepest;
    }

    // An else-if continues its if.
    private static bool Nests(SyntaxNode node) =>
        (node is IfStatementSyntax && node.Parent is not ElseClauseSyntax)
        || node is ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax or TryStatementSyntax;

    private static int Percentile95(IEnumerable<int> values)
    {
        var ordered = values.Order().ToList();
        return ordered[(int)Math.Ceiling(ordered.Count * 0.95) - 1];
    }
}
