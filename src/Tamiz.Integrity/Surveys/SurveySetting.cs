using Tamiz.Integrity.Surveys.Disclosure;

namespace Tamiz.Integrity.Surveys;

/// <summary>What is asked of a survey's statistics, and how far they may go.</summary>
/// <param name="Round">The round's id, as in <c>2026-1</c>; releases are told apart by it.</param>
/// <param name="PopulationId">Whose answers they are: <c>officials</c> or <c>private</c>.</param>
public sealed record SurveySetting(string Round, string PopulationId)
{
    /// <summary>The fewest respondents any figure may rest on; 5 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 5.</exception>
    public int MinimumGroup
    {
        get;
        init => field = value >= 5 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "groups of fewer than 5 are never published");
    } = 5;

    /// <summary>Below this many respondents a group whose members all (or all but one) answer alike is not published either.</summary>
    public int AlikeLimit { get; init; } = 20;

    /// <summary>Of intervals and tests, above 0.5 and below 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The fewest respondents of a post-stratum; smaller ones are joined with a neighbour.</summary>
    public int MinimumPostStratum { get; init; } = 5;

    /// <summary>Tables of counts of respondents, stratum by stratum, that are wanted.</summary>
    public IReadOnlyList<Crossing> Crossings { get; init; } = [];

    /// <summary>What was published before; its cells count as known to everybody.</summary>
    public ReleaseLog Released { get; init; } = ReleaseLog.Empty;
}

/// <summary>Two strata to be crossed.</summary>
/// <param name="Rows">Id of a stratum.</param>
/// <param name="Columns">Id of another.</param>
public sealed record Crossing(string Rows, string Columns);
