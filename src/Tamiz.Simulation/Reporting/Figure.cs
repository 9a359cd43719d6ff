namespace Tamiz.Simulation.Reporting;

/// <summary>A figure as data: every page draws and prints these numbers and no others.</summary>
/// <param name="Id">Its name; title and caption have words under it.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Unit">What the values count, by a code that has words; share is between 0 and 1.</param>
/// <param name="Categories">What the values stand over.</param>
/// <param name="Series">The values.</param>
public sealed record Figure(string Id, FigureKind Kind, string Unit, IReadOnlyList<string> Categories, IReadOnlyList<Series> Series)
{
    private const int Colours = 6;

    /// <summary>Whether it shows what only the simulator knows.</summary>
    public bool IsTruth { get; init; }

    /// <summary>Colour of the first series, by its place among the page's; 6 and 7 are those of the red and the yellow lane.</summary>
    public int FirstColour { get; init; }

    /// <summary>What fills the places of the caption, in numbers: a share by the name of its place.</summary>
    public IReadOnlyDictionary<string, double> Shares { get; init; } = new Dictionary<string, double>();

    /// <summary>The class of a series' colour in the page's style.</summary>
    internal string ColourOf(int series) => $"c{FirstColour + (series % Colours)}";
}
