namespace Tamiz.Simulation.Checking;

/// <summary>How a measured figure stands to its target.</summary>
public enum TargetState
{
    /// <summary>It lies in the range.</summary>
    Met,

    /// <summary>It lies outside, but its interval reaches into the range, or there was too little to measure: a larger world would tell.</summary>
    Undecided,

    /// <summary>It lies outside with its whole interval.</summary>
    Missed,
}
