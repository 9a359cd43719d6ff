using Tamiz.Models;
using Tamiz.Simulation.Drawing;

namespace Tamiz.Simulation.Checking;

/// <summary>What can be learnt from past results: from all of them, and from those of the controlled few.</summary>
internal sealed class LearningMeasures
{
    private const int MostRows = 100_000;

    private readonly bool[] _outcomes;
    private readonly double[] _fromAll;
    private readonly double[] _fromControlled;
    private readonly double[] _importerAll;
    private readonly double[] _importerControlled;

    /// <summary>Learns twice from what was lodged before the split, and scores what was lodged after it.</summary>
    public LearningMeasures(Judged judged)
    {
        _outcomes = [.. judged.Order.Skip(judged.Split).Select(i => judged.Fraud[i])];
        (_fromAll, _importerAll) = Score(judged, LabelSet.Everything(judged));
        var controlled = LabelSet.Controlled(judged);
        Covered = controlled.Covered;
        (_fromControlled, _importerControlled) = Score(judged, controlled);
    }

    /// <summary>Share of declarations whose control was learnt from.</summary>
    public double Covered { get; }

    /// <summary>Area of the importer's own past, from all results.</summary>
    public Measured ImporterFromAll => MoneyMeasures.Area(_importerAll, _outcomes);

    /// <summary>Area of the importer's own past, from the results of the controlled.</summary>
    public Measured ImporterFromControlled => MoneyMeasures.Area(_importerControlled, _outcomes);

    /// <summary>How much larger the area of a logistic regression is where it learnt from all results.</summary>
    public Measured Advantage => PairedRanking.Difference(_fromAll, _fromControlled, _outcomes).Unless(_outcomes.Count(outcome => outcome), MoneyMeasures.FewestHits);

    private static (double[] Model, double[] Importer) Score(Judged judged, LabelSet labels)
    {
        var rows = AsOfRates.Of(judged, labels);
        var until = judged.World.Split;
        var learnt = Enumerable.Range(0, judged.Split).Where(place => labels.KnownAt[judged.Order[place]] < until).ToList();
        var keep = MostRows / Math.Max(1.0, learnt.Count);
        learnt = [.. learnt.Where(place => Chance.Of(0, "learn", place).Unit() < keep)];
        var (bias, weights) = ShrunkLogistic.Fit(
            [.. learnt.Select(place => rows[place])], [.. learnt.Select(place => labels.Irregular[judged.Order[place]])], new double[AsOfRates.Width], 1);
        return (
            [.. rows.Skip(judged.Split).Select(row => LogOdds(bias, weights, row))],
            [.. rows.Skip(judged.Split).Select(row => (double)row[0])]);
    }

    /// <summary>Log-odds of a row.</summary>
    public static double LogOdds(double bias, double[] weights, float[] row)
    {
        for (var j = 0; j < weights.Length; j++)
        {
            bias += weights[j] * row[j];
        }

        return bias;
    }
}
