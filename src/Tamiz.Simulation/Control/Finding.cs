namespace Tamiz.Simulation.Control;

/// <summary>What a control found about an item.</summary>
/// <param name="Lodgement">The version controlled.</param>
/// <param name="Item">Number of the item, from 1.</param>
/// <param name="Result"><c>compliant</c>, <c>error</c> or <c>offence</c>.</param>
/// <param name="Type">What is wrong; empty where nothing is.</param>
/// <param name="Declared">As declared.</param>
/// <param name="Corrected">As found.</param>
/// <param name="Recovered">Duties and taxes recovered, hundredths of the country's currency.</param>
/// <param name="Status">Where it stands in law.</param>
/// <param name="Extent">How the item was controlled.</param>
/// <param name="Started">Minute at which the control began.</param>
/// <param name="Ended">Minute at which it ended.</param>
/// <param name="Known">Minute at which the finding became known.</param>
public sealed record Finding(
    Lodgement Lodgement, int Item, string Result, string Type, string Declared, string Corrected, long Recovered, string Status,
    string Extent, long Started, long Ended, long Known);
