namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>An origin that pays less is claimed for goods of another.</summary>
internal static class FalseOrigin
{
    public static Mechanism Mechanism { get; } = new("false-origin", "origin",
        new MechanismParameter("routed", 0.3, 0, 1, "share of acts in which the country of export agrees with the origin claimed"))
    {
        FitsGood = (market, good) => market.Table.Goods[good].Duty > 0 && market.Preferred.Any(share => share > 0),
        Fits = (market, _, _, item) => market.Preferred[item.Origin] <= 0,
        Do = act =>
        {
            act.Item.DeclaredOrigin = act.PreferredOrigin();
            act.Item.Preference = true;
            if (act.IsLead && act.Draw() < act["routed"])
            {
                act.Consignment.Export = act.Item.DeclaredOrigin;
            }
        },
    };
}
