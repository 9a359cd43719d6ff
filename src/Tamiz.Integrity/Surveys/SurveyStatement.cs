using Tamiz.Integrity.Surveys.Disclosure;
using Tamiz.Integrity.Surveys.Estimates;

namespace Tamiz.Integrity.Surveys;

/// <summary>All that is said of a round of the survey.</summary>
/// <param name="Round">The round.</param>
/// <param name="Audiences">Those of whom there are answers.</param>
/// <param name="Before">The round that it is compared with; null for none.</param>
public sealed record SurveyStatement(SurveyRound Round, IReadOnlyList<AudienceStatement> Audiences, SurveyRound? Before)
{
    /// <summary>Makes it: figures that may be published, and nothing else.</summary>
    /// <param name="round">The round with the answers of each audience; null where there are none.</param>
    /// <param name="before">The round to compare with; null for none.</param>
    /// <param name="released">What was published before.</param>
    /// <param name="diagnostics">Receives TZ2926, TZ2927.</param>
    public static SurveyStatement Of(SurveyAnswers round, SurveyAnswers? before, ReleaseLog released, ICollection<Diagnostic> diagnostics)
    {
        var statements = new List<AudienceStatement>();
        foreach (var audience in Enum.GetValues<Audience>())
        {
            if (round.Of(audience) is not { } reading)
            {
                continue;
            }

            var (sample, setting) = (round.Round.Of(audience), Setting(round.Round, audience, released));
            var figures = SurveyFigures.Of(reading.Table, sample.Population, setting);
            if (figures.Weighting.Remarks.Contains(WeightingRemark.MoreRespondentsThanPersons))
            {
                diagnostics.Add(AnswerDiagnostics.MoreThanPersons.At(new Place(round.FileOf(audience)), $"{reading.Taken}"));
            }

            var change = before?.Of(audience) is { } earlier ? Change(before, earlier, round, audience, setting, diagnostics) : null;
            statements.Add(new AudienceStatement(sample, reading, figures, change));
        }

        return new SurveyStatement(round.Round, statements, before?.Round);
    }

    private static RoundChange Change(SurveyAnswers before, AnswerReading earlier, SurveyAnswers round, Audience audience, SurveySetting setting, ICollection<Diagnostic> diagnostics)
    {
        var (then, now) = (before.Round.Of(audience), round.Round.Of(audience));
        var apart = then.Form.Statements.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        apart.SymmetricExceptWith(now.Form.Statements.Select(one => one.Id));
        if (apart.Count > 0)
        {
            diagnostics.Add(AnswerDiagnostics.RoundsDiffer.At(new Place(round.FileOf(audience)), string.Join(", ", apart.Order(StringComparer.Ordinal))));
        }

        return RoundChange.Between(earlier.Table, then.Population, round.Of(audience)!.Table, now.Population, setting, before.Round.Name);
    }

    private static SurveySetting Setting(SurveyRound round, Audience audience, ReleaseLog released)
    {
        var strata = round.Of(audience).Form.Backgrounds.Where(background => background.Categories.Count > 0).Select(background => background.Id).ToList();
        return new SurveySetting(round.Name, AudienceWords.Of(audience))
        {
            MinimumGroup = round.MinimumGroup,
            Crossings = strata.Count > 1 ? [new Crossing(strata[0], strata[1])] : [],
            Released = released,
        };
    }
}

/// <summary>One audience in a round.</summary>
/// <param name="Sample">Who was asked what.</param>
/// <param name="Reading">How many rows were read, taken and refused.</param>
/// <param name="Figures">What may be published.</param>
/// <param name="Change">What changed since the round before; null where there is none to compare with.</param>
public sealed record AudienceStatement(SurveySample Sample, AnswerReading Reading, SurveyFigures Figures, RoundChange? Change);

/// <summary>A round with its answers.</summary>
/// <param name="Round">The round.</param>
/// <param name="Readings">The answers by audience; null where there are none.</param>
/// <param name="Files">Names of their files for diagnostics.</param>
public sealed record SurveyAnswers(SurveyRound Round, IReadOnlyList<AnswerReading?> Readings, IReadOnlyList<string> Files)
{
    /// <summary>The answers of an audience.</summary>
    public AnswerReading? Of(Audience audience) => Readings[(int)audience];

    /// <summary>The file of an audience.</summary>
    public string FileOf(Audience audience) => Files[(int)audience];
}
