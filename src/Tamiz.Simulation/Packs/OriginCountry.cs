namespace Tamiz.Simulation.Packs;

/// <summary>A country that goods come from.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Price">Logarithm of the ratio of its prices to the world's.</param>
/// <param name="Days">Days from export to lodgement.</param>
/// <param name="Mirror">Share of its exports that it reports by container.</param>
/// <param name="Drugs">Indicator of drugs, 0 to 10.</param>
/// <param name="Counterfeits">Indicator of counterfeits, 0 to 10.</param>
/// <param name="Governance">Indicator of governance, 0 (weak) to 10.</param>
/// <param name="Style">How its firms are named.</param>
public sealed record OriginCountry(string Code, double Price, int Days, double Mirror, int Drugs, int Counterfeits, int Governance, string Style);
