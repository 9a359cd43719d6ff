using Tamiz.Assessment;
using Tamiz.Selection;

namespace Tamiz.Flow;

/// <summary>A declaration at the end of its way: what was lodged, known, weighed and decided.</summary>
/// <param name="Assessed">Its risks and reasons.</param>
/// <param name="Decision">Its lane.</param>
/// <param name="Lodged">Its rows' file and goods.</param>
public sealed record DecidedDeclaration(AssessedDeclaration Assessed, LaneDecision Decision, LodgedDeclaration Lodged);
