using Tamiz.Models;
using Tamiz.Simulation.Drawing;

namespace Tamiz.Simulation.Checking;

/// <summary>
/// Whether later declarations look other than earlier ones: the area of a logistic regression that tells items lodged before the split from
/// those after it by chapter, origin, office, mode and procedure, price against like goods, value, mass and rate. It learns from half of
/// the declarations and is judged on the other half. Parties are left out: they come and go in every world.
/// </summary>
internal static class DriftMeasure
{
    private const int MostRows = 40_000;
    private const int FewestRows = 4_000;
    private const double LeastShare = 0.002;
    private const int Numbers = 5;

    /// <summary>The area.</summary>
    public static Measured Of(Judged judged)
    {
        var (items, declarations) = (judged.World.Items, judged.World.Declarations);
        var first = Enumerable.Range(0, items.Count).Where(item => declarations.Version[items.Declaration[item]] == 1).ToList();
        var keep = MostRows / Math.Max(1.0, first.Count);
        var drawn = first.Where(item => Chance.Of(0, "drift", item).Unit() < keep).ToArray();
        var places = Places(judged.World, drawn, out var width);
        var prices = PricesOf(judged.World, drawn);
        var rows = drawn.Select((item, i) => Row(judged.World, item, prices[i], (places[i], width))).ToArray();
        var later = drawn.Select(item => declarations.LodgedAt[items.Declaration[item]] >= judged.World.Split).ToArray();
        var learns = drawn.Select(item => Chance.Of(0, "half", items.Declaration[item]).Unit() < 0.5).ToArray();
        var (bias, weights) = ShrunkLogistic.Fit([.. rows.Where((_, i) => learns[i])], [.. later.Where((_, i) => learns[i])], new double[width], 1);
        return MoneyMeasures.Area([.. rows.Where((_, i) => !learns[i]).Select(row => LearningMeasures.LogOdds(bias, weights, row))], [.. later.Where((_, i) => !learns[i])])
            .Unless(rows.Length, FewestRows);
    }

    private static float[] Row(WorldColumns world, int item, double price, (int[] Places, int Width) categories)
    {
        var row = new float[categories.Width];
        row[0] = (float)price;
        row[1] = (float)Elementary.Log(1 + Math.Max(0, world.Items.Value[item]));
        row[2] = (float)Elementary.Log(1 + Math.Max(0, float.IsNaN(world.Items.NetMass[item]) ? 0 : world.Items.NetMass[item]));
        row[3] = float.IsNaN(world.Items.Rate[item]) ? 0 : world.Items.Rate[item] / 100;
        row[4] = world.Declarations.ItemCount[world.Items.Declaration[item]];
        foreach (var place in categories.Places)
        {
            row[place] = 1;
        }

        return row;
    }

    // The place of each category that holds at least one item in five hundred; the rest have none.
    private static int[][] Places(WorldColumns world, int[] drawn, out int width)
    {
        var codes = drawn.Select(item => CategoriesOf(world, item)).ToArray();
        var common = codes.SelectMany(of => of).GroupBy(code => code).Where(group => group.Count() >= LeastShare * drawn.Length).Select(group => group.Key).Order().ToList();
        var places = common.Select((code, i) => (code, Place: Numbers + i)).ToDictionary(pair => pair.code, pair => pair.Place);
        width = Numbers + common.Count;
        return [.. codes.Select(of => of.Where(places.ContainsKey).Select(code => places[code]).ToArray())];
    }

    private static (int Kind, int Code)[] CategoriesOf(WorldColumns world, int item)
    {
        var declaration = world.Items.Declaration[item];
        var subheading = world.Subheadings[world.Items.Subheading[item]];
        return
        [
            (0, subheading.Length < 2 ? 0 : (subheading[0] * 256) + subheading[1]), (1, world.Items.Origin[item]), (2, world.Declarations.Office[declaration]),
            (3, world.Declarations.Mode[declaration]), (4, world.Items.Procedure[item]), (5, world.Declarations.Export[declaration]), (6, world.Items.Preference[item] ? 1 : 0),
        ];
    }

    // Logarithm of the price per kilogram, less the mean of the subheading over the whole world.
    private static double[] PricesOf(WorldColumns world, int[] drawn)
    {
        var (sums, counts) = (new double[world.Subheadings.Count], new int[world.Subheadings.Count]);
        var prices = drawn.Select(item => world.Items.Value[item] > 0 && world.Items.NetMass[item] > 0 ? Elementary.Log(world.Items.Value[item] / world.Items.NetMass[item]) : double.NaN).ToArray();
        for (var i = 0; i < drawn.Length; i++)
        {
            sums[world.Items.Subheading[drawn[i]]] += double.IsNaN(prices[i]) ? 0 : prices[i];
            counts[world.Items.Subheading[drawn[i]]] += double.IsNaN(prices[i]) ? 0 : 1;
        }

        return [.. drawn.Select((item, i) => double.IsNaN(prices[i]) ? 0 : prices[i] - (sums[world.Items.Subheading[item]] / counts[world.Items.Subheading[item]]))];
    }
}
