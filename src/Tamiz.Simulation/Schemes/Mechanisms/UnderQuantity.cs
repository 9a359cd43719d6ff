namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>Fewer goods are declared than there are, or lighter ones.</summary>
internal static class UnderQuantity
{
    public static Mechanism Mechanism { get; } = new("under-quantity", "quantity",
        new MechanismParameter("factor", 0.65, 0.01, 1, "mean of the declared quantity, as a share of the true one"),
        new MechanismParameter("closeness", 20, 0.1, 1000, "how close the share stays to its mean"),
        new MechanismParameter("heavy", 0.4, 0, 1, "share of acts in which the gross mass is declared as it is"))
    {
        Do = act =>
        {
            var gross = act.Item.DeclaredGrossMass;
            act.DeclareShare(act.Share("factor", "closeness"));
            if (act.Draw() < act["heavy"])
            {
                act.Item.DeclaredGrossMass = gross;
            }
        },
    };
}
