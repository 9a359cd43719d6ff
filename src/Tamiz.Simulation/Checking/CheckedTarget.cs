namespace Tamiz.Simulation.Checking;

/// <summary>A target and what was measured.</summary>
public sealed record CheckedTarget(Target Target, Measured Measured)
{
    /// <summary>How the one stands to the other.</summary>
    public TargetState State => Target.StateOf(Measured);
}
