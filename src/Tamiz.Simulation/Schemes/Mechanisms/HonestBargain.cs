namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>The goods truly cost less: a clearance, a large order, second choice.</summary>
internal static class HonestBargain
{
    public static Mechanism Mechanism { get; } = new("honest-bargain", "value",
        new MechanismParameter("factor", 0.6, 0.01, 1, "mean of the price, as a share of the usual one"),
        new MechanismParameter("closeness", 15, 0.1, 1000, "how close the share stays to its mean"))
    {
        Fiscal = false,
        Do = act =>
        {
            act.Item.Value = Math.Max(1, (long)Math.Round(act.Item.Value * act.Share("factor", "closeness")));
            act.DeclareValue(act.Item.Value);
        },
    };
}
