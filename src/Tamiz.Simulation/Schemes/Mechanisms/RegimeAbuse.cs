namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>Goods for home use are declared under a regime that suspends duties and taxes.</summary>
internal static class RegimeAbuse
{
    public static Mechanism Mechanism { get; } = new("regime-abuse", "regime")
    {
        Fits = (_, _, consignment, _) => consignment.Regime == 0,
        Do = _ => { },
        Finish = act => act.Consignment.Regime = 1 + act.Below(3),
    };
}
