using Tamiz.Simulation.Drawing;

namespace Tamiz.Simulation.Policies;

/// <summary>What an office received in a day, and what it can control of it.</summary>
/// <param name="Office">Code of the office.</param>
/// <param name="Date">The day.</param>
/// <param name="Declarations">As lodged; the versions in force when the counter closes, in the order of lodgement.</param>
/// <param name="Red">How many can be examined.</param>
/// <param name="Yellow">How many more can have their documents looked at.</param>
/// <param name="Chance">Random numbers for the policy's draws.</param>
public sealed record OfficeDay(string Office, DateOnly Date, IReadOnlyList<DeclaredGoods> Declarations, int Red, int Yellow, Chance Chance);

/// <summary>A declaration as a policy sees it.</summary>
/// <param name="Id">OFFICE/YEAR/NUMBER.</param>
/// <param name="Version">Its version.</param>
/// <param name="Importer">The importer's id.</param>
/// <param name="Declarant">The declarant's id.</param>
/// <param name="Exporter">The exporter's name.</param>
/// <param name="Regime">The regime.</param>
/// <param name="CountryOfExport">The country of export.</param>
/// <param name="Items">Its items.</param>
public sealed record DeclaredGoods(
    string Id, int Version, string Importer, string Declarant, string Exporter, string Regime, string CountryOfExport, IReadOnlyList<DeclaredItem> Items)
{
    /// <summary>Declared value of all items, hundredths of the country's currency.</summary>
    public long Value { get; } = Items.Sum(item => item.Value);
}

/// <summary>An item as declared.</summary>
/// <param name="Hs">Six digits of the Harmonized System.</param>
/// <param name="Origin">Country of origin.</param>
/// <param name="Value">Customs value, hundredths of the country's currency.</param>
/// <param name="NetMass">Grams.</param>
/// <param name="DutyRate">Per cent.</param>
public readonly record struct DeclaredItem(string Hs, string Origin, long Value, long NetMass, double DutyRate);

/// <summary>A finding as it becomes known.</summary>
/// <param name="Declaration">OFFICE/YEAR/NUMBER.</param>
/// <param name="Item">Number of the item, from 1.</param>
/// <param name="NonCompliant">Whether something was wrong.</param>
/// <param name="Recovered">Money recovered, hundredths of the country's currency.</param>
public readonly record struct KnownFinding(string Declaration, int Item, bool NonCompliant, long Recovered);

/// <summary>How much control.</summary>
public enum Lane
{
    /// <summary>Released.</summary>
    Green,

    /// <summary>Documents are looked at.</summary>
    Yellow,

    /// <summary>Goods are examined.</summary>
    Red,
}

/// <summary>Why.</summary>
public enum Basis
{
    /// <summary>By a draw.</summary>
    Random,

    /// <summary>By a rule or an order.</summary>
    Rule,

    /// <summary>Because it must be.</summary>
    Mandatory,

    /// <summary>Because an officer said so.</summary>
    Officer,
}

/// <summary>A lane, and why it was given.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Basis">Why.</param>
/// <param name="Probability">Probability with which the policy would have controlled the declaration, 0 to 1.</param>
public readonly record struct LaneChoice(Lane Lane, Basis Basis, double Probability);
