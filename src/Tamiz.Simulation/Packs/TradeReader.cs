using Tamiz.Formats;
using static Tamiz.Simulation.Packs.PackReader;

namespace Tamiz.Simulation.Packs;

/// <summary>Reads a pack's section «trade».</summary>
internal static class TradeReader
{
    public static TradePlan Read(YamlSection section)
    {
        var plan = new TradePlan
        {
            PerImporter = Number(section, "perImporter", 17, 1, 10_000),
            Births = Number(section, "births", 0.02, 0, 0.2),
            Deaths = Share(section, "deaths", 0.02),
            ScaleExponent = Number(section, "scaleExponent", 1.1, 0.2, 10),
            Largest = Number(section, "largest", 500, 1.5, 1_000_000),
            Goods = Number(section, "goods", 4, 1, 50),
            Stray = Share(section, "stray", 0.05),
            Items = Number(section, "items", 2.5, 1, 50),
            LotSigma = Number(section, "lotSigma", 1.2, 0, 3),
            PriceSigma = Number(section, "priceSigma", 0.15, 0, 2),
            Declarants = Number(section, "declarants", 150, 1, 100_000),
            Complicit = Share(section, "complicit", 0.08),
            Carriers = section.Whole("carriers", 40, 1, 10_000),
            Exporters = Number(section, "exporters", 60, 1, 100_000),
            Reborn = Share(section, "reborn", 0.04),
            OtherRegimes = Share(section, "otherRegimes", 0.08),
            Exemptions = Share(section, "exemptions", 0.03),
            Corrections = Share(section, "corrections", 0.02),
            Cancellations = Share(section, "cancellations", 0.004),
        };
        section.RejectUnknownKeys();
        return plan;
    }
}
