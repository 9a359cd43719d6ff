namespace Tamiz.Assessment;

/// <summary>Something that the assessment lacked: a condition that could not be evaluated, a source that was stale or not loaded.</summary>
/// <param name="Code">Code of its words.</param>
/// <param name="Subject">The source, report or indicator concerned.</param>
/// <param name="Cause">The field or date that was missing or too old.</param>
public sealed record Gap(string Code, string Subject, string Cause);
