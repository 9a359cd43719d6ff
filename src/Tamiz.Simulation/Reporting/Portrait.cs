namespace Tamiz.Simulation.Reporting;

/// <summary>What a world looks like, as numbers: from its files alone.</summary>
/// <param name="Country">Pack.</param>
/// <param name="Currency">ISO 4217 code of its money.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Begin">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Head">The numbers at the head.</param>
/// <param name="Figures">The figures, in the order in which they are shown.</param>
public sealed record Portrait(
    string Country, string Currency, string Seed, DateOnly Begin, DateOnly End, IReadOnlyList<HeadFigure> Head, IReadOnlyList<Figure> Figures);
