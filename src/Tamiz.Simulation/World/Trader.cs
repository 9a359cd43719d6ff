namespace Tamiz.Simulation.World;

/// <summary>An importer.</summary>
public sealed class Trader
{
    /// <summary>Its number in the world, from 0 in the order of birth.</summary>
    public required int Index { get; init; }

    /// <summary>Tax number.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the firm.</summary>
    public required string Name { get; init; }

    /// <summary>Address.</summary>
    public required string Address { get; init; }

    /// <summary>Telephone number.</summary>
    public required string Phone { get; init; }

    /// <summary>Who represents it.</summary>
    public required string Representative { get; init; }

    /// <summary>Day of birth, from the world's beginning; below 0 where it is older.</summary>
    public int Born { get; init; }

    /// <summary>Day of its end; null while it lives.</summary>
    public int? Died { get; set; }

    /// <summary>The trader that it succeeds under a new id; null for none.</summary>
    public Trader? Predecessor { get; init; }

    /// <summary>Index of the declarant it mostly works with.</summary>
    public int Declarant { get; set; }

    /// <summary>Index of its office.</summary>
    public int Office { get; init; }

    /// <summary>Its size, 1 for the smallest.</summary>
    public double Size { get; init; }

    /// <summary>Declarations a week that it lodges on average.</summary>
    public double PerWeek { get; init; }

    /// <summary>Logarithm of the ratio of its prices to others'.</summary>
    public double PriceLevel { get; init; }

    /// <summary>How ready it is not to comply, 1 on average.</summary>
    public double Readiness { get; init; }

    /// <summary>Its kinds of goods.</summary>
    public required TradeLine[] Lines { get; init; }

    /// <summary>How ready it is for each scheme.</summary>
    public required float[] Schemes { get; init; }

    /// <summary>How it writes descriptions.</summary>
    public required WritingStyle Style { get; init; }

    /// <summary>Times that it was caught with intent.</summary>
    public int Caught { get; set; }
}

/// <summary>A kind of goods that a trader imports.</summary>
/// <param name="Good">Index of the goods.</param>
/// <param name="Weight">How often, relative to its other kinds.</param>
/// <param name="PriceLevel">Logarithm of the ratio of its prices of these goods to others'.</param>
public sealed record TradeLine(int Good, double Weight, double PriceLevel)
{
    /// <summary>Index of the country of origin.</summary>
    public int Origin { get; set; }

    /// <summary>Suppliers.</summary>
    public Exporter[] Exporters { get; set; } = [];
}

/// <summary>How somebody writes.</summary>
/// <param name="Spanish">In Spanish; else in English.</param>
/// <param name="Capitals">In capital letters.</param>
/// <param name="Accents">With accents.</param>
/// <param name="Careless">Probability of a slip in a description.</param>
/// <param name="Wordy">Probability of a brand or a number in a description.</param>
public sealed record WritingStyle(bool Spanish, bool Capitals, bool Accents, double Careless, double Wordy);

/// <summary>A supplier abroad.</summary>
/// <param name="Index">Its number in the world.</param>
/// <param name="Country">Index of its country.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its address.</param>
/// <param name="Dirty">Whether it ships prohibited goods among others.</param>
public sealed record Exporter(int Index, int Country, string Name, string Address, bool Dirty);

/// <summary>A declarant.</summary>
/// <param name="Index">Its number in the world.</param>
/// <param name="Id">Licence number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Office">Index of the office it works at.</param>
/// <param name="Complicit">Whether it helps with fraud.</param>
public sealed record Declarant(int Index, string Id, string Name, int Office, bool Complicit);

/// <summary>A carrier.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Owner code of its containers, three letters.</param>
/// <param name="Vessels">Its means of transport: identification and name.</param>
public sealed record Carrier(string Id, string Name, string Owner, IReadOnlyList<(string Id, string Name)> Vessels);
