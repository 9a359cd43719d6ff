namespace Tamiz.Simulation.Checking;

/// <summary>What a check of a written world came to.</summary>
/// <param name="Country">Pack of the world; empty where there is none.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Declarations">Declarations, each counted once.</param>
/// <param name="Items">Items of all their versions.</param>
/// <param name="Rules">Rules of consistency, each with how often it is broken.</param>
/// <param name="Targets">Figures against their targets; none where the files could not be read.</param>
/// <param name="Diagnostics">The first places at which each rule is broken.</param>
public sealed record CheckReport(
    string Country,
    string Seed,
    long Declarations,
    long Items,
    IReadOnlyList<(DiagnosticRule Rule, long Broken)> Rules,
    IReadOnlyList<CheckedTarget> Targets,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether nothing is wrong, no rule is broken and no target missed.</summary>
    public bool IsFine => Targets.Count > 0 && Rules.All(rule => rule.Broken == 0 || rule.Rule.Severity != Severity.Error)
        && Diagnostics.All(diagnostic => diagnostic.Rule.Severity != Severity.Error) && Targets.All(target => target.State != TargetState.Missed);
}
