namespace Tamiz.Simulation.Reporting;

/// <summary>A single number at the head of the report.</summary>
/// <param name="Id">Its name, with words.</param>
/// <param name="Value">The number.</param>
/// <param name="IsShare">Whether it is a share between 0 and 1.</param>
public sealed record HeadFigure(string Id, double Value, bool IsShare = false);
