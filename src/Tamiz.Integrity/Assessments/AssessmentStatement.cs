using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Assessments;

/// <summary>All that a report on a self-assessment says.</summary>
/// <param name="Result">The round.</param>
/// <param name="Comparison">With the round before; null where there is none.</param>
/// <param name="Platform">What the platform measured.</param>
/// <param name="DigestOf">Gives the SHA-256 of a file in small hexadecimal digits by its path; null where there is none.</param>
public sealed record AssessmentStatement(
    AssessmentResult Result, AssessmentComparison? Comparison, IReadOnlyList<PlatformEvidence> Platform, Func<string, string?> DigestOf)
{
    /// <summary>What became of a file.</summary>
    public EvidenceState StateOf(Evidence evidence) => evidence.StateOf(DigestOf);
}
