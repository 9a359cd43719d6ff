namespace Tamiz.History;

/// <summary>What is known under a key of an item, as of an instant.</summary>
/// <param name="IsStated">Whether the item states the key's fields; where it does not, the rate is the parent's and there is nothing else.</param>
/// <param name="Rate">Share of controlled items with an irregularity, smoothed toward the parent's rate; in (0, 1).</param>
/// <param name="LogOdds">Log-odds of the rate.</param>
/// <param name="ParentRate">The parent's smoothed rate.</param>
/// <param name="ParentLogOdds">Log-odds of the parent's rate.</param>
/// <param name="Checked">Controls, decayed by age, in whole 1,024ths.</param>
/// <param name="Hits">Irregularities found, decayed by age, in whole 1,024ths.</param>
/// <param name="Items">Items declared before; 0 for a key never seen.</param>
/// <param name="FirstDay">Days since 1970-01-01 of the first of them.</param>
public readonly record struct KeyReading(
    bool IsStated, double Rate, double LogOdds, double ParentRate, double ParentLogOdds, double Checked, double Hits, int Items, int FirstDay);
