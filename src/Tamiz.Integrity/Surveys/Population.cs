namespace Tamiz.Integrity.Surveys;

/// <summary>How many persons there are to answer for, as the round's file states it.</summary>
/// <param name="Cells">
/// Cells that name the same strata make one table. One table of all strata: joint cells, for post-stratification; several tables of one
/// stratum each: margins, for raking. Empty where the round states none: respondents then count one each.
/// </param>
public sealed record Population(IReadOnlyList<PopulationCell> Cells);

/// <summary>One cell of the population.</summary>
/// <param name="Categories">Category by stratum id.</param>
/// <param name="Persons">Persons in it; 0 or more.</param>
public sealed record PopulationCell(IReadOnlyDictionary<string, string> Categories, long Persons);
