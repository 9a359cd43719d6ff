namespace Tamiz.Simulation.Control;

/// <summary>A declarant and the inspector it pays.</summary>
/// <param name="Declarant">Index of the declarant.</param>
/// <param name="Officer">The inspector.</param>
/// <param name="Share">Share of the declarant's files that is diverted to the inspector.</param>
public sealed record CorruptPair(int Declarant, Officer Officer, double Share);
