namespace Tamiz.Intelligence;

/// <summary>A report that speaks of a declaration, or may.</summary>
/// <param name="Report">The report.</param>
/// <param name="MissingField">A field without which it cannot be said whether it does; null where it does.</param>
public readonly record struct ReportMatch(Report Report, string? MissingField);
