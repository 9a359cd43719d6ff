using System.Globalization;
using Tamiz.Reference;

namespace Tamiz.Declarations.Checks;

/// <summary>A declaration under check, with what it is checked against.</summary>
/// <param name="declaration">The declaration as lodged.</param>
/// <param name="reference">Tables of codes.</param>
/// <param name="receivedAt">When it was received.</param>
/// <param name="into">Receives what is wrong.</param>
internal readonly ref struct CheckScope(
    Declaration declaration, ReferenceData reference, Instant receivedAt, ICollection<Diagnostic> into)
{
    internal Declaration Declaration { get; } = declaration;

    internal ReferenceData Reference { get; } = reference;

    internal Instant ReceivedAt { get; } = receivedAt;

    /// <summary>Reports a field of the declaration.</summary>
    internal void Report(DiagnosticRule rule, string field, string found, string? expected = null) =>
        into.Add(rule.At(Declaration.Source with { Field = field }, found, expected));

    /// <summary>
    /// Reports a field of an item, as item.origin[3] where there are several items; of the declaration where it is no item's.
    /// </summary>
    internal void Report(DiagnosticRule rule, string field, Item? item, string found, string? expected = null) =>
        Report(rule, item is null ? field : Numbered(field, item.Sequence, Declaration.Items.Count), found, expected);

    /// <summary>A field's id with the number of the one meant, where there are several.</summary>
    internal static string Numbered(string field, int number, int count) =>
        count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{field}[{number}]") : field;
}
