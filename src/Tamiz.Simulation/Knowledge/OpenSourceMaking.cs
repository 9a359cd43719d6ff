using System.Globalization;
using System.Text;
using Tamiz.Simulation.Control;
using Tamiz.Simulation.Drawing;

namespace Tamiz.Simulation.Knowledge;

/// <summary>What anyone can look up: a price reference and indicators of countries. Both are near the truth, and not the truth.</summary>
public static class OpenSourceMaking
{
    /// <summary>Reference prices, US dollars a kilogram, of most subheadings, with the range between the quarters.</summary>
    public static string Prices(WorldState world)
    {
        var text = new StringBuilder("hs,unit,low,median,high,currency,asOf\n");
        for (var index = 0; index < world.Market.Table.Goods.Count; index++)
        {
            var good = world.Market.Table.Goods[index];
            var chance = Chance.Of(world.Settings.Seed, "reference", index);
            if (chance.Happens(world.Pack.Knowledge.Prices))
            {
                var median = chance.LogNormal(good.DollarsPerKilogram, 0.1);
                var range = Elementary.Exp(0.6745 * (good.Sigma + 0.1));
                text.Append(CultureInfo.InvariantCulture, $"{good.Hs},KGM,{median / range:0.0000},{median:0.0000},{median * range:0.0000},USD,{world.Settings.Begin:yyyy-MM-dd}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Indicators of countries, 0 to 10, each off by one at times.</summary>
    public static string Countries(WorldState world)
    {
        var text = new StringBuilder("country,drugs,counterfeits,governance,preference\n");
        foreach (var (country, index) in world.Market.Table.Countries.Select((country, index) => (country, index)))
        {
            var chance = Chance.Of(world.Settings.Seed, "indicator", index);
            text.Append(CultureInfo.InvariantCulture, $"{country.Code},{Near(country.Drugs, ref chance)},{Near(country.Counterfeits, ref chance)},{Near(country.Governance, ref chance)},{(world.Market.Preferred[index] > 0 ? 1 : 0)}\n");
        }

        return text.ToString();
    }

    private static int Near(int indicator, ref Chance chance) => Math.Clamp(indicator + (chance.Below(5) switch { 0 => -1, 1 => 1, _ => 0 }), 0, 10);
}
