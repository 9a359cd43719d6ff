namespace Tamiz.Simulation.Checking;

/// <summary>
/// The interval of a statistic of sums over clusters (an importer's declarations are no independent draws): each block of clusters is
/// left out once, after Quenouille and Tukey (1958).
/// </summary>
internal sealed class Jackknife
{
    private const int Blocks = 50;

    private readonly double[][] _sums;

    /// <summary>No sums yet.</summary>
    /// <param name="width">How many sums are kept.</param>
    public Jackknife(int width) => _sums = [.. Enumerable.Range(0, Blocks).Select(_ => new double[width])];

    /// <summary>The sums of the block to which a cluster belongs; what comes from the cluster is added there.</summary>
    public Span<double> Of(int cluster) => _sums[cluster % Blocks];

    /// <summary>One of the sums, over all clusters.</summary>
    public double Total(int place) => _sums.Sum(block => block[place]);

    /// <summary>The statistic of all sums, with its interval.</summary>
    public Measured Measure(Func<double[], double> statistic)
    {
        var total = new double[_sums[0].Length];
        foreach (var block in _sums)
        {
            Add(total, block, 1);
        }

        var without = _sums.Select(block =>
        {
            var rest = (double[])total.Clone();
            Add(rest, block, -1);
            return statistic(rest);
        }).ToArray();
        var mean = without.Average();
        var squares = without.Sum(value => (value - mean) * (value - mean));
        return Measured.Estimated(statistic(total), Math.Sqrt(squares * (Blocks - 1) / Blocks));
    }

    /// <summary>A ratio of sums, with an interval that is even on the scale of logarithms, as ratios are.</summary>
    public Measured MeasureRatio(Func<double[], double> ratio)
    {
        var logarithm = Measure(total => Elementary.Log(ratio(total)));
        return new Measured(Elementary.Exp(logarithm.Value), Elementary.Exp(logarithm.Low), Elementary.Exp(logarithm.High));
    }

    private static void Add(double[] total, double[] block, int sign)
    {
        for (var i = 0; i < total.Length; i++)
        {
            total[i] += sign * block[i];
        }
    }
}
