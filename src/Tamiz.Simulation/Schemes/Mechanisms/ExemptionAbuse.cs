namespace Tamiz.Simulation.Schemes.Mechanisms;

/// <summary>An exemption is claimed for goods or a use that has none.</summary>
internal static class ExemptionAbuse
{
    public static Mechanism Mechanism { get; } = new("exemption-abuse", "exemption")
    {
        Fits = (_, _, consignment, item) => item.Procedure == 0 && consignment.Regime == 0,
        Do = act => act.Item.Procedure = 1,
    };
}
