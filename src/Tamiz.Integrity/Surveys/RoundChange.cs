using Tamiz.Integrity.Factors;

namespace Tamiz.Integrity.Surveys;

/// <summary>What can be said of a change between two rounds.</summary>
public enum ChangeVerdict
{
    /// <summary>It rose, by more than chance explains.</summary>
    Rose,

    /// <summary>It fell, by more than chance explains.</summary>
    Fell,

    /// <summary>No change that can be told apart from chance; not the same as no change.</summary>
    NotTold,

    /// <summary>Too few answers in a round to say anything.</summary>
    TooFew,
}

/// <summary>Changes between two rounds of one population, all respondents.</summary>
/// <param name="Before">Id of the earlier round.</param>
/// <param name="After">Id of the later round.</param>
/// <param name="Factors">By factor; one family of tests.</param>
/// <param name="Statements">By statement that both rounds asked; another family.</param>
public sealed record RoundChange(string Before, string After, IReadOnlyList<FactorChange> Factors, IReadOnlyList<StatementChange> Statements)
{
    /// <summary>Compares two rounds as independent samples.</summary>
    /// <param name="before">The earlier answers.</param>
    /// <param name="populationBefore">The population then.</param>
    /// <param name="after">The later answers.</param>
    /// <param name="populationAfter">The population then.</param>
    /// <param name="setting">Of the later round; the earlier one is asked for by <paramref name="roundBefore"/>.</param>
    /// <param name="roundBefore">Id of the earlier round.</param>
    public static RoundChange Between(
        AnswerTable before, Population populationBefore, AnswerTable after, Population populationAfter, SurveySetting setting, string roundBefore) =>
        ChangeMaking.Make(new(before, populationBefore), new(after, populationAfter), setting, roundBefore);
}

/// <summary>A factor's change, in points of its index.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Change">The change.</param>
public sealed record FactorChange(Factor Factor, Change Change);

/// <summary>A statement's change, in points of its mean (1 to 5).</summary>
/// <param name="Statement">Its id.</param>
/// <param name="Factor">Its factor.</param>
/// <param name="Change">The change.</param>
public sealed record StatementChange(string Statement, Factor Factor, Change Change);

/// <summary>A change and what chance has to do with it; all null where there are too few answers.</summary>
/// <param name="Difference">Later less earlier; whole points of an index, tenths of a mean, with its interval.</param>
/// <param name="P">How often chance alone makes at least such a difference (Welch's test, both sides), to a thousandth.</param>
/// <param name="AdjustedP">The same after Holm's correction over the family.</param>
/// <param name="EffectSize">The difference in standard deviations of answers, to a tenth.</param>
/// <param name="Detectable">The smallest change that this comparison would have shown in four of five cases.</param>
/// <param name="Verdict">What can be said.</param>
public sealed record Change(Figure Difference, double? P, double? AdjustedP, double? EffectSize, double? Detectable, ChangeVerdict Verdict);
