namespace Tamiz.Simulation.Knowledge;

/// <summary>A graded report, and what it is worth.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Yaml">As docs/reference/intelligence.md has it, an element of the list.</param>
/// <param name="Verdict"><c>true</c>, <c>stale</c> or <c>false</c>.</param>
/// <param name="About">The scheme; empty where it is about nothing.</param>
public sealed record Report(string Id, string Yaml, string Verdict, string About);
