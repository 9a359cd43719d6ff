using Tamiz.Evaluation;

namespace Tamiz.Simulation.Checking;

/// <summary>Value and money: what value alone tells, and how evaded money is spread.</summary>
internal static class MoneyMeasures
{
    /// <summary>Hits below which the interval of an area says nothing.</summary>
    public const int FewestHits = 30;

    private const int FewestEvaded = 200;

    /// <summary>Area under the curve of declared value alone, over all declarations.</summary>
    public static Measured ValueAlone(Judged judged) =>
        Area([.. judged.Order.Select(i => judged.Value[i])], [.. judged.Order.Select(i => judged.Fraud[i])]);

    /// <summary>Share of evaded money that the largest hundredth of frauds holds.</summary>
    public static Measured EvadedTop(WorldColumns world)
    {
        var evaded = Evaded(world);
        return Tails.TopShare(evaded, 0.01).Unless(evaded.Length, 5 * FewestEvaded);
    }

    /// <summary>Straightness of the normal plot of the logarithm of evaded money.</summary>
    public static Measured EvadedNormal(WorldColumns world)
    {
        var evaded = Evaded(world);
        return Measured.Counted(NormalPlot.Straightness([.. evaded.Select(Elementary.Log)])).Unless(evaded.Length, FewestEvaded);
    }

    /// <summary>An area with its interval after DeLong.</summary>
    public static Measured Area(double[] scores, bool[] outcomes)
    {
        var (auc, error) = Ranking.Auc(scores, outcomes);
        return Measured.Estimated(auc, error).Unless(outcomes.Count(outcome => outcome), FewestHits);
    }

    /// <summary>Money evaded by each item of fraud that evades some.</summary>
    public static double[] Evaded(WorldColumns world) =>
    [
        .. Enumerable.Range(0, world.Items.Count)
            .Where(item => world.Items.Kind[item] == ItemKind.Fraud && world.Items.Evaded[item] > 0 && world.Declarations.Version[world.Items.Declaration[item]] == 1)
            .Select(item => world.Items.Evaded[item]),
    ];
}
