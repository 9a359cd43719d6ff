using Tamiz.Flow;

namespace Tamiz.Storage.Homes;

/// <summary>What came of an import.</summary>
/// <param name="Tally">What became of the rows.</param>
/// <param name="Lanes">Declarations by the lane that they were given; empty for history.</param>
/// <param name="Findings">Findings that were entered.</param>
/// <param name="Amendments">Declarations that amended an earlier version.</param>
/// <param name="Quarantine">Where refused rows are; null where there are none.</param>
public sealed record ImportOutcome(Tally Tally, IReadOnlyDictionary<string, long> Lanes, long Findings, long Amendments, string? Quarantine);
