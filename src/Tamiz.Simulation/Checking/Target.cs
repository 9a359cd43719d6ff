namespace Tamiz.Simulation.Checking;

/// <summary>A figure that a world should have.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Low">Least value that meets it.</param>
/// <param name="High">Largest value that meets it.</param>
/// <param name="Unit">share, ratio, auc (area under the curve) or number.</param>
/// <param name="Basis">What it is measured on, and how.</param>
/// <param name="Source">Where the range comes from.</param>
public sealed record Target(string Id, double Low, double High, string Unit, string Basis, string Source)
{
    /// <summary>How a figure stands to it.</summary>
    public TargetState StateOf(Measured measured) =>
        measured.Value >= Low && measured.Value <= High ? TargetState.Met
        : double.IsNaN(measured.Value) || double.IsNaN(measured.Low) || double.IsNaN(measured.High) || (measured.High >= Low && measured.Low <= High) ? TargetState.Undecided
        : TargetState.Missed;
}
