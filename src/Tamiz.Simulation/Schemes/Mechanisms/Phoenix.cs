namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>A firm that was caught or given up goes on under another name, and undervalues.</summary>
internal static class Phoenix
{
    public static Mechanism Mechanism { get; } = new("phoenix", "value",
        new MechanismParameter("factor", 0.5, 0.01, 1, "mean of the declared value, as a share of the true one"),
        new MechanismParameter("closeness", 12, 0.1, 1000, "how close the share stays to its mean"))
    {
        Fits = (_, _, consignment, _) => consignment.Trader.Predecessor is not null,
        Do = act => act.DeclareValue(act.Item.Value * act.Share("factor", "closeness")),
    };
}
