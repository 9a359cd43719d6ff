namespace Tamiz.Simulation.World;

/// <summary>Codes as they stand on declarations.</summary>
public static class DeclaredCodes
{
    private static readonly string[] Regimes = ["IM4", "IM5", "IM7", "IM6"];
    private static readonly string[] Procedures = ["4000", "4000-E", "4000-M"];

    /// <summary>Code of a regime: home use, temporary admission, warehouse, inward processing.</summary>
    public static string Regime(int regime) => Regimes[regime];

    /// <summary>Code of an item's procedure: home use, exemption, de minimis.</summary>
    public static string Procedure(int procedure) => Procedures[procedure];
}
