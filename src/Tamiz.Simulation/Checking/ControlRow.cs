namespace Tamiz.Simulation.Checking;

/// <summary>A control as recorded.</summary>
/// <param name="Declaration">Place of the version; -1 where it was not lodged.</param>
/// <param name="Red">Red, and not yellow.</param>
/// <param name="Basis">Place in <see cref="Bases"/>.</param>
/// <param name="Inspector">Number of the officer.</param>
/// <param name="Day">Minute at which its day begins.</param>
/// <param name="Minutes">Time that it took.</param>
internal readonly record struct ControlRow(int Declaration, bool Red, int Basis, int Inspector, int Day, int Minutes)
{
    /// <summary>Why something was controlled.</summary>
    public static IReadOnlyList<string> Bases { get; } = ["random", "rule", "mandatory", "officer"];
}
