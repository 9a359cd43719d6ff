namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>Something is wrong without intent: the value, the quantity or the code, in either direction.</summary>
internal static class HonestError
{
    public static Mechanism Mechanism { get; } = new("honest-error", "value",
        new MechanismParameter("spread", 0.25, 0, 2, "spread of the logarithm of what is declared to what is true"),
        new MechanismParameter("code", 0.3, 0, 1, "share of errors in the code"))
    {
        Do = act =>
        {
            if (act.Draw() < act["code"])
            {
                act.Item.DeclaredGood = act.OtherOfChapter();
            }
            else
            {
                act.DeclareValue(act.Item.Value * act.LogNormal(1, act["spread"]));
            }
        },
    };
}
