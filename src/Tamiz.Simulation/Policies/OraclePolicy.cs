namespace Tamiz.Simulation.Policies;

/// <summary>What nobody in the administration knows: of a declaration, the money evaded, and whether prohibited goods are hidden in it.</summary>
/// <param name="Evaded">Hundredths of the country's currency.</param>
/// <param name="Prohibited">Whether there are.</param>
public readonly record struct HiddenTruth(long Evaded, bool Prohibited);

/// <summary>Knows the truth, and examines what hides prohibited goods and then what evades most: the best that any policy could do.</summary>
/// <param name="truth">Says what is true of a declaration, by its name.</param>
public sealed class OraclePolicy(Func<string, HiddenTruth> truth) : OrderedPolicy
{
    /// <inheritdoc/>
    public override string Name => "oracle";

    /// <inheritdoc/>
    protected override double Score(DeclaredGoods declaration, OfficeDay day)
    {
        var known = truth(declaration.Id);
        return known.Prohibited ? double.MaxValue : known.Evaded;
    }
}
