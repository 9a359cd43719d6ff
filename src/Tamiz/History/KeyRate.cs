namespace Tamiz.History;

/// <summary>What is known about findings under a key, as of an instant.</summary>
/// <param name="Rate">Share of controlled items with an irregularity, smoothed toward the parent's rate; in (0, 1).</param>
/// <param name="ParentRate">The parent's smoothed rate.</param>
/// <param name="Checked">Controls, decayed by age.</param>
/// <param name="Hits">Irregularities found, decayed by age.</param>
public readonly record struct KeyRate(double Rate, double ParentRate, double Checked, double Hits);
