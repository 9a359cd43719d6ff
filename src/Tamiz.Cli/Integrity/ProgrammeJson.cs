using Tamiz.Integrity.Programmes;

namespace Tamiz.Cli.Integrity;

/// <summary>A programme's view as one JSON object.</summary>
internal static class ProgrammeJson
{
    /// <summary>The object; figures of single administrations only where they are wanted.</summary>
    public static object Of(ProgrammeResult result, Phrasebook words, bool byMember, string? path) => new
    {
        programme = result.Programme.Name.In(words.Language),
        round = result.Round.Id,
        before = result.Before?.Id,
        path,
        counts = new
        {
            expected = result.Members.Count,
            received = result.Count("", MemberState.Received),
            missing = result.Count("", MemberState.Missing),
            stale = result.Count("", MemberState.Stale),
            contradicted = result.Count("", MemberState.Contradicted),
            files = result.Files.GroupBy(file => file.State).OrderBy(group => group.Key).ToDictionary(group => Name(group.Key), group => group.Count()),
        },
        members = result.Members.Select(one => new
        {
            code = one.Member.Code,
            name = one.Member.Name.In(words.Language),
            region = one.Member.Region,
            state = Name(one.State),
            factors = byMember ? one.Summary?.Factors.Select(OfMember) : null,
        }),
        files = result.Files.Select(file => new { name = file.Name, state = Name(file.State), member = file.Member, round = file.Summary?.Round, diagnostic = file.Problem?.Code, found = file.Problem?.Found }),
        levels = result.Levels.Select(OfFigure),
        changes = result.Changes.Select(OfFigure),
        actions = result.Actions.Select(one => new { factor = one.Factor.Id, region = Region(one.Region), members = one.Members, disclosure = Name(one.Disclosure), counts = OfCounts(one.Counts) }),
    };

    /// <summary>What a summary says on a factor.</summary>
    public static object OfMember(FactorFigures figures) => new
    {
        factor = figures.Factor.Id,
        assessment = figures.Assessment is { } level ? new { level = level.Level, assessors = level.Assessors } : null,
        officials = OfSurvey(figures.Officials),
        privateSector = OfSurvey(figures.PrivateSector),
        withheld = figures.Withheld,
        actions = OfCounts(figures.Actions),
        indicators = figures.Indicators is { } counts ? new { onTarget = counts.OnTarget, measured = counts.Measured, all = counts.All } : null,
    };

    private static object OfFigure(RolledFigure figure) => new
    {
        measure = figure.Measure.Id,
        factor = figure.Factor.Id,
        region = Region(figure.Region),
        members = figure.Members,
        disclosure = Name(figure.Disclosure),
        low = figure.Spread?.Low,
        lowerQuartile = figure.Spread?.LowerQuartile,
        median = figure.Spread?.Median,
        upperQuartile = figure.Spread?.UpperQuartile,
        high = figure.Spread?.High,
    };

    private static object? OfSurvey(SurveyIndex? survey) => survey is null ? null : new { index = survey.Index, low = survey.Low, high = survey.High, persons = survey.Persons };

    private static object? OfCounts(ActionCounts? counts) => counts is null ? null
        : new { planned = counts.Planned, underWay = counts.UnderWay, done = counts.Done, stopped = counts.Stopped, late = counts.Late };

    private static string? Region(string region) => region.Length == 0 ? null : region;

    private static string Name<T>(T state)
        where T : struct, Enum => char.ToLowerInvariant(state.ToString()[0]) + state.ToString()[1..];
}
