namespace Tamiz.Intelligence;

/// <summary>The grade of a report after the 6×6 system: how reliable its source is, how credible its content.</summary>
/// <param name="Source">A (always reliable) to E (unreliable), F where it cannot be judged.</param>
/// <param name="Credibility">1 (confirmed by others) to 5 (improbable), 6 where it cannot be judged.</param>
public readonly record struct Grade(char Source, int Credibility)
{
    // Log-odds of a matching report: a row each source A-F, a column each credibility 1-6. "Cannot be judged" is no verdict, so
    // F and 6 stand in the middle of the scale, not at its end.
    private static readonly double[,] Weights =
    {
        { 4.0, 3.2, 2.3, 1.2, 0.4, 1.6 },
        { 3.6, 2.8, 2.0, 1.0, 0.3, 1.4 },
        { 2.8, 2.2, 1.5, 0.8, 0.2, 1.1 },
        { 2.0, 1.5, 1.0, 0.5, 0.1, 0.7 },
        { 1.2, 0.9, 0.6, 0.3, 0.0, 0.4 },
        { 2.2, 1.7, 1.2, 0.6, 0.1, 0.8 },
    };

    /// <summary>Whether the letters and digits are those of the system.</summary>
    public bool IsValid => Source is >= 'A' and <= 'F' && Credibility is >= 1 and <= 6;

    /// <summary>Log-odds that a matching report adds, 0 to 4.</summary>
    public double Weight => Weights[Source - 'A', Credibility - 1];

    /// <summary>Like B2.</summary>
    public override string ToString() => $"{Source}{Credibility}";
}
