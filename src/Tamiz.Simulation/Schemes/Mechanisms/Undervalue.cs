namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>Less is declared than was paid.</summary>
internal static class Undervalue
{
    public static Mechanism Mechanism { get; } = new("undervalue", "value",
        new MechanismParameter("factor", 0.55, 0.01, 1, "mean of the declared value, as a share of the true one"),
        new MechanismParameter("closeness", 12, 0.1, 1000, "how close the share stays to its mean (sum of the parameters of a beta distribution)"),
        new MechanismParameter("round", 0.2, 0, 1, "share of acts whose price is a round number"),
        new MechanismParameter("shops", 0, 0, 1, "share of acts that are cancelled and lodged again until the lane is green"))
    {
        Do = act =>
        {
            act.DeclareValue(act.Item.Value * act.Share("factor", "closeness"));
            if (act.Draw() < act["round"])
            {
                act.DeclareRoundPrice();
            }

            act.Consignment.Shops |= act.IsLead && act.Draw() < act["shops"];
        },
    };
}
