using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Surveys;

/// <summary>A round of the perception survey: when, by whom and how answers were collected, and whom they stand for.</summary>
/// <param name="Name">Its name: that of its file.</param>
/// <param name="From">First day of collection.</param>
/// <param name="To">Last day of collection.</param>
/// <param name="Collector">Who collected.</param>
/// <param name="Mode">How.</param>
/// <param name="Languages">Languages of the forms.</param>
/// <param name="MinimumGroup">Fewest respondents of whom a figure is shown; 5 or more.</param>
/// <param name="Notes">What a reader has to know; none for nothing.</param>
/// <param name="Samples">Whom the answers stand for, by audience.</param>
public sealed record SurveyRound(
    string Name, DateOnly From, DateOnly To, Collector Collector, SurveyMode Mode, IReadOnlyList<Language> Languages, int MinimumGroup, LocalText Notes, IReadOnlyList<SurveySample> Samples)
{
    /// <summary>The smallest group that can be asked for.</summary>
    public const int LeastGroup = 5;

    /// <summary>The sample of an audience.</summary>
    public SurveySample Of(Audience audience) => Samples[(int)audience];
}

/// <summary>One audience in a round.</summary>
/// <param name="Form">What is asked, with the categories that the round gives.</param>
/// <param name="Population">Persons there are.</param>
/// <param name="Source">Where those numbers are from; none where the round states no population.</param>
/// <param name="Invited">Persons who were asked to answer; null where the round does not say.</param>
public sealed record SurveySample(SurveyForm Form, Population Population, LocalText Source, int? Invited);

/// <summary>Who collects the answers.</summary>
/// <param name="Name">The body.</param>
/// <param name="Kind">What it is: one of <see cref="Kinds"/>.</param>
public sealed record Collector(LocalText Name, string Kind)
{
    /// <summary>Customs itself: officials and traders do not answer freely, so the results stand with a warning.</summary>
    public const string Customs = "customs";

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["university", "statistics-office", "audit-office", "civil-society", "consultancy", "international-organisation", Customs];

    /// <summary>Whether customs collects about itself.</summary>
    public bool IsCustoms => Kind == Customs;
}

/// <summary>How answers are collected.</summary>
public enum SurveyMode
{
    /// <summary>On paper.</summary>
    Paper,

    /// <summary>On a screen.</summary>
    Online,

    /// <summary>Both.</summary>
    Mixed,
}
