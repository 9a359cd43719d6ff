namespace Tamiz;

/// <summary>One numbered thing that can be wrong with input. Numbers are never reused.</summary>
/// <param name="Code">Like TZ1203: the first two digits name the part.</param>
/// <param name="Severity">What it means for what it is about.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Expected">What should have stood there.</param>
/// <param name="Advice">What to do.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Title, string Expected, string Advice)
{
    /// <summary>This rule met at a place.</summary>
    /// <param name="where">The place.</param>
    /// <param name="found">What stood there; cut at 200 characters, control characters shown as U+XXXX.</param>
    /// <param name="expected">What should have stood there, where that is known better than the rule's own words.</param>
    public Diagnostic At(Place where, string found, string? expected = null) =>
        new(this, where, Diagnostic.Printable(found), expected ?? Expected);
}
