namespace Tamiz.Integrity.Surveys;

/// <summary>Why a figure is not given.</summary>
public enum Withheld
{
    /// <summary>It is given.</summary>
    No,

    /// <summary>
    /// Too few answers, answers too alike, or needed to hide another that is so. Which of them is never said: it would tell something
    /// of what is hidden.
    /// </summary>
    Confidential,

    /// <summary>Set beside what was published before, it would tell of fewer respondents than a group may have.</summary>
    Differencing,

    /// <summary>The table cannot be shown safe beside the other tables that are wanted.</summary>
    Linked,

    /// <summary>Nobody answered at all.</summary>
    Empty,
}

/// <summary>A published figure with its interval, or why there is none.</summary>
/// <param name="Value">Rounded as docs/reference/integrity-survey.md says; null where it is withheld.</param>
/// <param name="Lower">Lower end of the interval, rounded down.</param>
/// <param name="Upper">Upper end, rounded up.</param>
/// <param name="Answers">Respondents that it rests on; null where it is withheld.</param>
/// <param name="Withheld">Why it is not given.</param>
public sealed record Figure(double? Value, double? Lower, double? Upper, int? Answers, Withheld Withheld)
{
    /// <summary>A figure that is not given.</summary>
    public static Figure Without(Withheld why) => new(null, null, null, null, why);
}
