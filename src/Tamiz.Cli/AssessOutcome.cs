using Tamiz.Flow;
using Tamiz.Models;
using Tamiz.Storage;

namespace Tamiz.Cli;

/// <summary>What came of an assessment.</summary>
internal sealed record AssessOutcome(
    AssessmentSummary Summary, Tally Tally, AdditiveModel? Model, string? Quarantine, IReadOnlyList<Diagnostic> FirstRefusals);
