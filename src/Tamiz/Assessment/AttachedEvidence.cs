using Tamiz.Facts;

namespace Tamiz.Assessment;

/// <summary>Evidence that is not fitted but stated: a list hit, a graded report.</summary>
/// <param name="Code">Like list.ofac-sdn, report.IR-7.</param>
/// <param name="Phrase">Code of its words.</param>
/// <param name="Family">Family of evidence.</param>
/// <param name="Area">Risk area that it speaks to.</param>
/// <param name="Weight">Log-odds.</param>
/// <param name="Source">The list's snapshot or the report.</param>
/// <param name="Origin">What it goes back to; evidence of one origin counts once.</param>
public sealed record AttachedEvidence(string Code, string Phrase, EvidenceFamily Family, string Area, double Weight, string Source, string Origin)
{
    /// <summary>Whether it makes a control mandatory.</summary>
    public bool Mandatory { get; init; }

    /// <summary>What its words mention.</summary>
    public IReadOnlyList<Argument> Arguments { get; init; } = [];
}
