namespace Tamiz.Simulation.Reporting;

/// <summary>One row of values of a figure.</summary>
/// <param name="Name">What it is, in words; empty where the figure has no other.</param>
/// <param name="Values">One for each category; not a number where there is none.</param>
public sealed record Series(string Name, IReadOnlyList<double> Values);
