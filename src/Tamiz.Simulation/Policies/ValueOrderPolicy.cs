namespace Tamiz.Simulation.Policies;

/// <summary>Examines what is worth most.</summary>
public sealed class ValueOrderPolicy : OrderedPolicy
{
    /// <inheritdoc/>
    public override string Name => "value";

    /// <inheritdoc/>
    protected override double Score(DeclaredGoods declaration, OfficeDay day) => declaration.Value;
}
