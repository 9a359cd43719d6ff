namespace Tamiz.Simulation.Checking;

/// <summary>A figure that was measured, with the interval in which it would lie in 95 of 100 worlds of the same kind.</summary>
/// <param name="Value">Not a number where there was too little to measure it.</param>
/// <param name="Low">Lower end; equal to the value where it was counted and not estimated, not a number where there was too little to tell.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Measured(double Value, double Low, double High)
{
    private const double Z = 1.959964;

    /// <summary>Nothing could be measured.</summary>
    public static Measured None { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>The same, without an interval where it rests on too little to say how far it may be off: then no target is missed by it.</summary>
    /// <param name="evidence">How much it rests on, as cases.</param>
    /// <param name="least">How much it takes.</param>
    public Measured Unless(double evidence, double least) => evidence >= least ? this : new Measured(Value, double.NaN, double.NaN);

    /// <summary>A count, which is exact.</summary>
    public static Measured Counted(double value) => new(value, value, value);

    /// <summary>An estimate and its standard error.</summary>
    public static Measured Estimated(double value, double error) => new(value, value - (Z * error), value + (Z * error));
}
