using System.Globalization;
using Tamiz.Simulation.Checking;

namespace Tamiz.Simulation.Reporting;

/// <summary>A world's columns and what most figures are made of: first versions, controls by what they found, names of months.</summary>
internal sealed class Tally
{
    /// <summary>Categories that a figure shows at most.</summary>
    public const int Most = 30;

    public Tally(WorldColumns world)
    {
        World = world;
        First = [.. Enumerable.Range(0, world.Declarations.Count).Where(i => world.Declarations.Version[i] == 1)];
        FirstItems = [.. Enumerable.Range(0, world.Items.Count).Where(item => world.Declarations.Version[world.Items.Declaration[item]] == 1)];
        var found = new bool[world.Controls.Count];
        foreach (var finding in world.Findings.Where(finding => finding.Result > 0 && world.Declarations.Control[finding.Declaration] >= 0))
        {
            found[world.Declarations.Control[finding.Declaration]] = true;
        }

        Found = found;

        Months = [.. Enumerable.Range(0, world.Manifest.Months).Select(month => world.Manifest.Begin.AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture))];
    }

    public WorldColumns World { get; }

    /// <summary>Places of first versions.</summary>
    public IReadOnlyList<int> First { get; }

    /// <summary>Places of items of first versions.</summary>
    public IReadOnlyList<int> FirstItems { get; }

    /// <summary>For each control whether an error or an offence was found.</summary>
    public IReadOnlyList<bool> Found { get; }

    /// <summary>Months as yyyy-MM.</summary>
    public IReadOnlyList<string> Months { get; }

    /// <summary>Sums by a number from 0.</summary>
    public static double[] Sums(IEnumerable<int> places, int size, Func<int, int> by, Func<int, double> amount)
    {
        var sums = new double[size];
        foreach (var place in places)
        {
            var key = by(place);
            if (key >= 0 && amount(place) is var value && !double.IsNaN(value))
            {
                sums[key] += value;
            }
        }

        return sums;
    }

    /// <summary>Divides each by another, where that is above 0.</summary>
    public static double[] Over(double[] parts, double[] wholes) => [.. parts.Select((part, i) => wholes[i] > 0 ? part / wholes[i] : double.NaN)];

    /// <summary>The places of the largest values, largest first; equal ones in their order; those of 0 are left out.</summary>
    public static int[] Largest(double[] values, int most) =>
        [.. Enumerable.Range(0, values.Length).Where(i => values[i] > 0).OrderByDescending(i => values[i]).ThenBy(i => i).Take(most)];
}
