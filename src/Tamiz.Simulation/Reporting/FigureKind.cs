namespace Tamiz.Simulation.Reporting;

/// <summary>How a figure is drawn.</summary>
public enum FigureKind
{
    /// <summary>Upright columns in the order of time or size.</summary>
    Columns,

    /// <summary>Lines over time.</summary>
    Lines,

    /// <summary>Lying bars, one for each name.</summary>
    Bars,

    /// <summary>Lowest tenth to highest tenth with the quarters and the median between, one for each name, on a logarithmic scale; five series.</summary>
    Ranges,
}
