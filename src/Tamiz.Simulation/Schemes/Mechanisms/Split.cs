namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>A consignment is cut into parts that pay nothing, lodged one by one.</summary>
internal static class Split
{
    public static Mechanism Mechanism { get; } = new("split", "value",
        new MechanismParameter("most", 6, 2, 20, "parts at most"),
        new MechanismParameter("days", 2, 0, 6, "days over which the parts are lodged"))
    {
        Fits = (market, scheme, _, item) => market.Dollars(item.Value) is var dollars && market.Pack.DeMinimis > 0
            && dollars > market.Pack.DeMinimis && dollars < scheme["most"] * market.Pack.DeMinimis * 0.92,
        Parts = (market, item) => market.PartsOf(item.Value),
        Do = act =>
        {
            if (act.IsLead)
            {
                act.SplitConsignment();
            }
        },
    };
}
