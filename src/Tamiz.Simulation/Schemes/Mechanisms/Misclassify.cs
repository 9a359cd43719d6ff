namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>The goods are declared as others of the same heading or chapter that pay less.</summary>
internal static class Misclassify
{
    public static Mechanism Mechanism { get; } = new("misclassify", "classification",
        new MechanismParameter("disguised", 0.5, 0, 1, "share of acts whose description is of the declared goods too"))
    {
        FitsGood = (market, good) => market.Siblings(good).Count > 0,
        Do = act =>
        {
            var siblings = act.Market.Siblings(act.Item.Good);
            act.Item.DeclaredGood = siblings[act.Below(siblings.Count)];
            if (act.Draw() < act["disguised"])
            {
                act.Describe();
            }
        },
    };
}
