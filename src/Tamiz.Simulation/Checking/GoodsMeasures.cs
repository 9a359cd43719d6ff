using Tamiz.Evaluation;

namespace Tamiz.Simulation.Checking;

/// <summary>What a dictionary of exact goods tells.</summary>
internal static class GoodsMeasures
{
    /// <summary>
    /// Area under the curve, over judged items, of the share of fraud among items learnt from with the same subheading, country of
    /// export, origin, rate of duty, preference and net mass.
    /// </summary>
    public static Measured Lookup(Judged judged)
    {
        var (items, declarations) = (judged.World.Items, judged.World.Declarations);
        var lookup = new GoodsLookup();
        var (scores, outcomes) = (new List<double>(), new List<bool>());
        for (var item = 0; item < items.Count; item++)
        {
            if (IsFirst(item) && declarations.LodgedAt[items.Declaration[item]] < judged.World.Split)
            {
                lookup.Add(GoodsOf(judged.World, item), items.Kind[item] == ItemKind.Fraud);
            }
        }

        for (var item = 0; item < items.Count; item++)
        {
            if (IsFirst(item) && declarations.LodgedAt[items.Declaration[item]] >= judged.World.Split)
            {
                scores.Add(lookup.Score(GoodsOf(judged.World, item)));
                outcomes.Add(items.Kind[item] == ItemKind.Fraud);
            }
        }

        return MoneyMeasures.Area([.. scores], [.. outcomes]);

        bool IsFirst(int item) => declarations.Version[items.Declaration[item]] == 1;
    }

    // 20 bits of subheading, 16 of each country, 32 of rate and of mass, and one of preference: no two goods share a key.
    private static UInt128 GoodsOf(WorldColumns world, int item)
    {
        var places = ((ulong)(uint)world.Items.Subheading[item] << 40) | ((ulong)(ushort)world.Declarations.Export[world.Items.Declaration[item]] << 24)
            | ((ulong)(ushort)world.Items.Origin[item] << 8) | (world.Items.Preference[item] ? 1UL : 0);
        var amounts = ((ulong)BitConverter.SingleToUInt32Bits(world.Items.Rate[item]) << 32) | BitConverter.SingleToUInt32Bits(world.Items.NetMass[item]);
        return new UInt128(places, amounts);
    }
}
