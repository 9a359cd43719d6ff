namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>The goods pass through a country whose goods pay less, and come with its papers.</summary>
internal static class Transship
{
    public static Mechanism Mechanism { get; } = new("transship", "origin",
        new MechanismParameter("days", 6, 0, 60, "days that the detour takes: the partner recorded the export so much earlier"))
    {
        FitsGood = (market, good) => market.Table.Goods[good].Duty > 0 && market.Preferred.Any(share => share > 0),
        Fits = (market, _, _, item) => market.Preferred[item.Origin] <= 0,
        Do = act =>
        {
            act.Item.DeclaredOrigin = act.IsLead ? act.PreferredOrigin() : act.Consignment.Export;
            act.Item.Preference = true;
            if (act.IsLead)
            {
                act.Consignment.Export = act.Item.DeclaredOrigin;
                act.Consignment.Detour = (int)act["days"];
                act.Consignment.Exporter = act.SupplierIn(act.Consignment.Export);
            }
        },
    };
}
