using Tamiz.Simulation.Packs;
using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Schemes;

/// <summary>A way in which what is declared departs from what is true.</summary>
/// <param name="Name">As schemes name it.</param>
/// <param name="Finding">What a finding of it is called: <c>value</c>, <c>classification</c>, <c>origin</c>, <c>quantity</c>, <c>regime</c>, <c>exemption</c> or <c>prohibited</c>.</param>
/// <param name="Parameters">Its numbers.</param>
public sealed record Mechanism(string Name, string Finding, params IReadOnlyList<MechanismParameter> Parameters)
{
    /// <summary>Whether it evades duties and taxes.</summary>
    public bool Fiscal { get; init; } = true;

    /// <summary>Which goods it can be done with, whatever the scheme says; any where null.</summary>
    public Func<Market, int, bool>? FitsGood { get; init; }

    /// <summary>Which consignments and items of fitting goods it can be done with; any where null.</summary>
    public Func<Market, SchemePlan, Consignment, TradedItem, bool>? Fits { get; init; }

    /// <summary>Declarations that a consignment becomes, the lead item given; one where null.</summary>
    public Func<Market, TradedItem, int>? Parts { get; init; }

    /// <summary>Changes what is declared of the act's item.</summary>
    public required Action<Act> Do { get; init; }

    /// <summary>Changes what is declared of the consignment, once its items are done; nothing where null.</summary>
    public Action<Act>? Finish { get; init; }
}

/// <summary>A number of a mechanism.</summary>
/// <param name="Name">As schemes name it.</param>
/// <param name="Otherwise">Its value where a scheme gives none.</param>
/// <param name="Least">At least.</param>
/// <param name="Most">At most.</param>
/// <param name="Meaning">What it means, with its unit.</param>
public sealed record MechanismParameter(string Name, double Otherwise, double Least, double Most, string Meaning);
