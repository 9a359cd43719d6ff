using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tamiz.Tests.House;

/// <summary>Measures C# source: lines, nesting and parameters of whatever has a body or takes parameters.</summary>
internal static class SourceBudgets
{
    public static SyntaxNode Parse(string source) => CSharpSyntaxTree.ParseText(source).GetRoot();

    /// <summary>Methods, constructors, operators, accessors, local functions and properties with an arrow.</summary>
    public static IEnumerable<SyntaxNode> Bodies(SyntaxNode root) => root.DescendantNodes().Where(node => node
        is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax { ExpressionBody: not null });

    /// <summary>
    /// Whatever takes parameters, except records: the parameters of a record are its data, which callers may name, and not what they
    /// have to get right in order.
    /// </summary>
    public static IEnumerable<(string Name, int Count)> ParameterLists(SyntaxNode root) => root.DescendantNodes()
        .OfType<BaseParameterListSyntax>()
        .Where(list => list.Parent is not RecordDeclarationSyntax)
        .Select(list => (NameOf(list.Parent!), list.Parameters.Count));

    public static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor => $"{property.Identifier.Text}.{accessor.Keyword.Text}",
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text + " (constructor)",
        TypeDeclarationSyntax type => type.Identifier.Text + " (constructor)",
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => node.Kind().ToString(),
    };

    public static int Lines(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    /// <summary>Statements that stand in one another, at most.</summary>
    public static int Nesting(SyntaxNode body) => body.DescendantNodes().Where(Nests)
        .Select(node => node.AncestorsAndSelf().TakeWhile(ancestor => ancestor != body).Count(Nests))
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>The smallest value that 95 in 100 do not exceed.</summary>
    public static int Percentile95(IEnumerable<int> values)
    {
        var ordered = values.Order().ToList();
        return ordered[(int)Math.Ceiling(ordered.Count * 0.95) - 1];
    }

    // An else-if continues its if.
    private static bool Nests(SyntaxNode node) => node switch
    {
        IfStatementSyntax { Parent: ElseClauseSyntax } => false,
        IfStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax => true,
        SwitchStatementSyntax or TryStatementSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax => true,
        _ => false,
    };
}
