using Tamiz.Simulation.Drawing;

namespace Tamiz.Simulation.Checking;

/// <summary>Results from which something can be learnt: of which declarations, what, and when each became known.</summary>
internal sealed class LabelSet
{
    private const double Share = 0.05;
    private const int Delay = 30 * Moment.Day;

    private LabelSet(int declarations) => (KnownAt, Irregular) = (new int[declarations], new bool[declarations]);

    /// <summary>Minute from which the result of a declaration is known; <see cref="int.MaxValue"/> for never.</summary>
    public int[] KnownAt { get; }

    /// <summary>Whether fraud was found.</summary>
    public bool[] Irregular { get; }

    /// <summary>Share of the declarations that have a result.</summary>
    public double Covered { get; private set; }

    /// <summary>As if everything were controlled without a miss, and known thirty days after lodgement.</summary>
    public static LabelSet Everything(Judged judged)
    {
        var labels = new LabelSet(judged.Fraud.Length);
        Array.Fill(labels.KnownAt, int.MaxValue);
        foreach (var i in judged.Order)
        {
            labels.KnownAt[i] = judged.World.Declarations.LodgedAt[i] + Delay;
            labels.Irregular[i] = judged.Fraud[i];
        }

        labels.Covered = 1;
        return labels;
    }

    /// <summary>
    /// What controls found, offences alone, from when it was known. Where more than 5 % of the declarations were controlled, so many
    /// of them are drawn by lot, each as likely.
    /// </summary>
    public static LabelSet Controlled(Judged judged)
    {
        var labels = new LabelSet(judged.Fraud.Length);
        Array.Fill(labels.KnownAt, int.MaxValue);
        foreach (var finding in judged.World.Findings)
        {
            var first = judged.World.Declarations.First[finding.Declaration];
            labels.KnownAt[first] = labels.KnownAt[first] == int.MaxValue ? finding.KnownAt : Math.Max(labels.KnownAt[first], finding.KnownAt);
            labels.Irregular[first] |= finding.Result == 2;
        }

        var controlled = judged.Order.Count(i => labels.KnownAt[i] < int.MaxValue);
        var keep = controlled == 0 ? 0 : Share * judged.Order.Length / controlled;
        foreach (var i in judged.Order)
        {
            if (Chance.Of(0, "label", i).Unit() >= keep)
            {
                labels.KnownAt[i] = int.MaxValue;
            }
        }

        labels.Covered = judged.Order.Count(i => labels.KnownAt[i] < int.MaxValue) / Math.Max(1.0, judged.Order.Length);
        return labels;
    }
}
