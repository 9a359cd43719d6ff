namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>Prohibited or restricted goods lie among goods that are declared as they are.</summary>
internal static class Conceal
{
    private static readonly string[] Kinds = ["293991", "121190", "930190", "410320", "640411"];

    public static Mechanism Mechanism { get; } = new("conceal", "prohibited",
        new MechanismParameter("kind", 0, 0, 4, "what is hidden: 0 drugs, 1 plants that are drugs, 2 arms, 3 parts of protected animals, 4 counterfeits"),
        new MechanismParameter("mass", 0.02, 0.0001, 1, "mass of what is hidden, as a share of the goods'"),
        new MechanismParameter("dirty", 0.5, 0, 1, "share of acts through an exporter that ships such goods more than once"))
    {
        Fiscal = false,
        Do = act =>
        {
            if (!act.IsLead)
            {
                return;
            }

            act.Item.Hidden = Kinds[(int)act["kind"]];
            act.Item.DeclaredGrossMass += (long)(act.Item.NetMass * act["mass"] * act.Draw());
            if (act.Draw() < act["dirty"])
            {
                act.Consignment.Exporter = act.DirtySupplier();
            }
        },
    };
}
