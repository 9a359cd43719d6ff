using Tamiz.Simulation.Schemes.Mechanisms;

namespace Tamiz.Simulation.Schemes;

/// <summary>The mechanisms that schemes can name.</summary>
public static class AllMechanisms
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mechanism> List { get; } =
    [
        Undervalue.Mechanism, Misclassify.Mechanism, FalseOrigin.Mechanism, Transship.Mechanism, UnderQuantity.Mechanism, Split.Mechanism,
        ExemptionAbuse.Mechanism, RegimeAbuse.Mechanism, Conceal.Mechanism, Phoenix.Mechanism, LaneShop.Mechanism, HonestError.Mechanism,
        HonestBargain.Mechanism,
    ];

    /// <summary>The mechanism of a name; null where there is none.</summary>
    public static Mechanism? Find(string name) => List.FirstOrDefault(mechanism => string.Equals(mechanism.Name, name, StringComparison.Ordinal));
}
