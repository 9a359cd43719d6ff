namespace Tamiz.Integrity.Risks;

/// <summary>What a risk map is held against.</summary>
/// <param name="Today">The day on which reviews are due.</param>
/// <param name="Monitors">Ids of the monitors that there are.</param>
/// <param name="Findings">Ids of the findings that there are.</param>
public sealed record RiskLinks(DateOnly Today, IReadOnlyCollection<string> Monitors, IReadOnlyCollection<string> Findings)
{
    /// <summary>No monitors and no findings yet.</summary>
    /// <param name="today">The day on which reviews are due.</param>
    public static RiskLinks None(DateOnly today) => new(today, [], []);
}
