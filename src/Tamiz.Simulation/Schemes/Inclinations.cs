namespace Tamiz.Simulation.Schemes;

/// <summary>How inclined the actors of some consignments were, summed up.</summary>
/// <param name="schemes">How many schemes there are.</param>
public sealed class Inclinations(int schemes)
{
    /// <summary>By scheme, before its pull.</summary>
    public double[] Of { get; } = new double[schemes];

    /// <summary>Probabilities that the pulls asked for.</summary>
    public double Wanted { get; set; }

    /// <summary>Probabilities that were left of them: nobody is likelier than a bound.</summary>
    public double Left { get; set; }

    /// <summary>Adds others, a share of what was before being kept.</summary>
    public void Add(Inclinations others, double kept = 1)
    {
        for (var i = 0; i < Of.Length; i++)
        {
            Of[i] = (Of[i] * kept) + others.Of[i];
        }

        Wanted = (Wanted * kept) + others.Wanted;
        Left = (Left * kept) + others.Left;
    }
}
