namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>A declaration is cancelled and lodged again until its lane is green; its goods are undervalued.</summary>
internal static class LaneShop
{
    public static Mechanism Mechanism { get; } = new("lane-shop", "value",
        new MechanismParameter("factor", 0.6, 0.01, 1, "mean of the declared value, as a share of the true one"),
        new MechanismParameter("closeness", 12, 0.1, 1000, "how close the share stays to its mean"))
    {
        Do = act => act.DeclareValue(act.Item.Value * act.Share("factor", "closeness")),
        Finish = act => act.Consignment.Shops = true,
    };
}
