using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Surveys.Estimates;

namespace Tamiz.Integrity.Surveys;

/// <summary>What may be published of a round's answers of one population; nothing else is in it.</summary>
/// <param name="Round">The round's id.</param>
/// <param name="PopulationId">Whose answers they are.</param>
/// <param name="Respondents">All respondents and the response rate.</param>
/// <param name="Weighting">How the answers were weighted.</param>
/// <param name="Statements">By statement, of all respondents.</param>
/// <param name="Factors">By factor, of all respondents and by category of each stratum.</param>
/// <param name="Strata">Respondents and response rates by category.</param>
/// <param name="Crosses">The tables of counts that were wanted.</param>
public sealed record SurveyFigures(
    string Round,
    string PopulationId,
    RespondentCount Respondents,
    WeightingSummary Weighting,
    IReadOnlyList<StatementFigures> Statements,
    IReadOnlyList<FactorFigures> Factors,
    IReadOnlyList<StratumFigures> Strata,
    IReadOnlyList<CrossTable> Crosses)
{
    /// <summary>Estimates, and withholds what could tell of a person. The same result whatever the order of the rows.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="population">How many persons there are.</param>
    /// <param name="setting">What is wanted.</param>
    public static SurveyFigures Of(AnswerTable answers, Population population, SurveySetting setting) =>
        FigureMaking.Make(answers, population, setting);
}

/// <summary>Respondents of a group.</summary>
/// <param name="Category">Its category; empty for those who did not state theirs, and for all respondents.</param>
/// <param name="Respondents">How many answered; null where it is withheld.</param>
/// <param name="Persons">How many there are in the population; null where it is not known.</param>
/// <param name="ResponseRate">Share of persons who responded, 0 to 1, to a hundredth; null where either is not given.</param>
/// <param name="Withheld">Why the count is not given.</param>
public sealed record RespondentCount(string Category, int? Respondents, long? Persons, double? ResponseRate, Withheld Withheld);

/// <summary>Respondents by category of a stratum.</summary>
/// <param name="Stratum">Its id.</param>
/// <param name="Categories">In the questionnaire's order; last, with an empty category, those who did not state theirs.</param>
public sealed record StratumFigures(string Stratum, IReadOnlyList<RespondentCount> Categories);

/// <summary>A statement, all respondents.</summary>
/// <param name="Statement">Its id.</param>
/// <param name="Factor">Its factor.</param>
/// <param name="Favourable">Share of answers 4 and 5, 0 to 1, to a hundredth.</param>
/// <param name="Mean">Mean answer, 1 to 5, to a tenth.</param>
/// <param name="NoAnswer">Share of respondents without an answer or who cannot say, unweighted, 0 to 1, to a hundredth; null where withheld.</param>
public sealed record StatementFigures(string Statement, Factor Factor, Figure Favourable, Figure Mean, double? NoAnswer);

/// <summary>A factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Index">
/// 0 (all disagree) to 100 (all agree), in whole points: the mean over respondents who answered at least half of its statements, of the mean of
/// their answers.
/// </param>
/// <param name="ByCategory">The same by category of each stratum.</param>
public sealed record FactorFigures(Factor Factor, Figure Index, IReadOnlyList<CategoryFigure> ByCategory);

/// <summary>A figure of one category.</summary>
/// <param name="Stratum">Id of the stratum.</param>
/// <param name="Category">Id of the category; empty for those who did not state theirs.</param>
/// <param name="Index">The figure.</param>
public sealed record CategoryFigure(string Stratum, string Category, Figure Index);

/// <summary>Respondents by two strata.</summary>
/// <param name="Rows">Id of the stratum of its rows.</param>
/// <param name="Columns">Id of the stratum of its columns.</param>
/// <param name="Cells">Row by row; empty where the whole table is withheld.</param>
/// <param name="Withheld">Why the whole table is not given.</param>
public sealed record CrossTable(string Rows, string Columns, IReadOnlyList<CrossCell> Cells, Withheld Withheld);

/// <summary>One cell of a table of counts.</summary>
/// <param name="Row">Category of the row; empty for not stated.</param>
/// <param name="Column">Category of the column; empty for not stated.</param>
/// <param name="Respondents">How many; null where it is withheld.</param>
/// <param name="Withheld">Why it is not given.</param>
public sealed record CrossCell(string Row, string Column, int? Respondents, Withheld Withheld);
