namespace Tamiz.Integrity.Surveys.Estimates;

/// <summary>How answers were weighted to the population.</summary>
public enum WeightingMethod
{
    /// <summary>Each respondent counts one: the population is not known.</summary>
    None,

    /// <summary>Post-stratification: within each joint cell the respondents stand for its persons.</summary>
    PostStratified,

    /// <summary>Raking: the weights meet each margin, found by repeated proportional adjustment.</summary>
    Raked,
}

/// <summary>Something about the weighting that the reader of the figures must know.</summary>
public enum WeightingRemark
{
    /// <summary>A cell or the whole has more respondents than the population has persons; one of the two is wrong.</summary>
    MoreRespondentsThanPersons,

    /// <summary>A cell with persons has no respondents; its neighbours stand for it.</summary>
    CellsWithoutRespondents,

    /// <summary>Some respondents belong to no cell of the population, or did not state theirs; they count as much as the average respondent.</summary>
    RespondentsOutsidePopulation,

    /// <summary>The tables of the population add up to different totals; they were scaled to the first.</summary>
    MarginsDisagree,

    /// <summary>Raking did not meet all margins in its thousand rounds; respondents count alike.</summary>
    NotConverged,

    /// <summary>The population names a stratum or category that the answers do not have.</summary>
    UnknownCells,
}

/// <summary>What weighting did.</summary>
/// <param name="Method">How.</param>
/// <param name="PostStrata">Post-strata after joining small ones; 1 where the method is not post-stratification.</param>
/// <param name="Joined">Cells that were joined with a neighbour.</param>
/// <param name="Rounds">Rounds of raking.</param>
/// <param name="DesignEffect">Kish's: by how much unequal weights enlarge variances; 1 where they are equal; to a hundredth.</param>
/// <param name="EffectiveRespondents">Respondents divided by the design effect, whole; null where there are too few.</param>
/// <param name="Remarks">What must be known.</param>
public sealed record WeightingSummary(
    WeightingMethod Method, int PostStrata, int Joined, int Rounds, double DesignEffect, int? EffectiveRespondents, IReadOnlyList<WeightingRemark> Remarks);
