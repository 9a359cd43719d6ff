namespace Tamiz.Simulation.Packs;

/// <summary>What an actor's act is.</summary>
public enum ActKind
{
    /// <summary>As it is.</summary>
    Honest,

    /// <summary>Wrong without intent.</summary>
    Error,

    /// <summary>Right, though it looks wrong.</summary>
    Bargain,

    /// <summary>Wrong with intent.</summary>
    Fraud,
}

/// <summary>A way of not complying: who does it, with which goods, how, and how it is found.</summary>
public sealed record SchemePlan
{
    /// <summary>Its name, as packs give it a weight.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the mechanism that turns a true consignment into a declared one.</summary>
    public required string Mechanism { get; init; }

    /// <summary>What it is.</summary>
    public ActKind Kind { get; init; }

    /// <summary>Risk area of the register.</summary>
    public required string Area { get; init; }

    /// <summary>Who does it.</summary>
    public required ActorPlan Actors { get; init; }

    /// <summary>Beginnings of the codes of fitting goods; empty for any.</summary>
    public IReadOnlyList<string> Hs { get; init; } = [];

    /// <summary>Countries of fitting goods; empty for any.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Modes of transport; empty for any.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>Numbers of the mechanism by name.</summary>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    /// <summary>Probability that an average inspector finds it, by extent of control: documents, scan, partial, full.</summary>
    public required IReadOnlyList<double> Detection { get; init; }

    /// <summary>Month in which it begins, 0 for the world's first.</summary>
    public int Birth { get; init; }

    /// <summary>Months until it has its full weight.</summary>
    public double Growth { get; init; }

    /// <summary>Month after which it ends; 0 for never.</summary>
    public int End { get; init; }

    /// <summary>A number of the mechanism.</summary>
    public double this[string parameter] => Parameters[parameter];
}

/// <summary>Who does it.</summary>
/// <param name="Share">Share of importers who do it.</param>
/// <param name="Others">How ready everybody else is, with an actor as 1.</param>
/// <param name="Complicit">Share of its acts through a complicit declarant, where the actor has one.</param>
/// <param name="Joins">Share of importers a month who begin because another importer of their declarant does it.</param>
/// <param name="Stops">Share of actors caught who stop.</param>
/// <param name="Spread">Shape of the actors' readiness; the smaller, the more they differ.</param>
public sealed record ActorPlan(double Share, double Others, double Complicit, double Joins, double Stops, double Spread);
