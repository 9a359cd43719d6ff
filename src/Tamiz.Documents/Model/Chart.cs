namespace Tamiz.Documents.Model;

/// <summary>What a figure draws.</summary>
public abstract record Chart;

/// <summary>Horizontal bars, one or several for each label, with an interval where there is one.</summary>
/// <param name="Labels">What the bars stand for, from the top.</param>
/// <param name="Series">A value for each label.</param>
/// <param name="Low">Lower end of the axis.</param>
/// <param name="High">Upper end of the axis.</param>
/// <param name="Unit">What the axis counts.</param>
public sealed record BarChart(IReadOnlyList<string> Labels, IReadOnlyList<Series> Series, double Low, double High, string Unit) : Chart;

/// <summary>Spokes of a wheel, one for each label, from 0 in the middle.</summary>
/// <param name="Labels">The spokes, clockwise from the top.</param>
/// <param name="Series">A value for each spoke.</param>
/// <param name="High">Value at the rim.</param>
public sealed record RadarChart(IReadOnlyList<string> Labels, IReadOnlyList<Series> Series, double High) : Chart;

/// <summary>Lines over time.</summary>
/// <param name="Labels">Points in time, from the left.</param>
/// <param name="Series">A value for each point.</param>
/// <param name="Unit">What the upright axis counts.</param>
public sealed record LineChart(IReadOnlyList<string> Labels, IReadOnlyList<Series> Series, string Unit) : Chart;

/// <summary>A grid of cells, as a map of likelihood and consequence.</summary>
/// <param name="Across">Labels from the left.</param>
/// <param name="Up">Labels from the bottom.</param>
/// <param name="AcrossTitle">What goes across.</param>
/// <param name="UpTitle">What goes up.</param>
/// <param name="Cells">For each row from the bottom, for each column: what stands in it, and its tone.</param>
public sealed record GridChart(IReadOnlyList<string> Across, IReadOnlyList<string> Up, string AcrossTitle, string UpTitle, IReadOnlyList<IReadOnlyList<Cell>> Cells) : Chart;

/// <summary>Values of one kind.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">Not a number where there is none: a gap that is labelled as such.</param>
/// <param name="Intervals">The 95 % interval of each value; null where there are none.</param>
public sealed record Series(string Name, IReadOnlyList<double> Values, IReadOnlyList<(double Low, double High)>? Intervals = null);
