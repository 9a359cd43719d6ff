using Tamiz.Integrity.Factors;

namespace Tamiz.Integrity.Programmes;

/// <summary>What an administration says on a factor to its programme. Null: not known, or withheld.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Assessment">What the self-assessment came to.</param>
/// <param name="Officials">The survey's index among officials.</param>
/// <param name="PrivateSector">The survey's index among the private sector.</param>
/// <param name="Actions">The strategy's actions for the factor.</param>
/// <param name="Indicators">The strategy's indicators for the factor.</param>
public sealed record FactorFigures(
    Factor Factor, AgreedLevel? Assessment, SurveyIndex? Officials, SurveyIndex? PrivateSector, ActionCounts? Actions, IndicatorCounts? Indicators)
{
    /// <summary>A figure of fewer persons is withheld.</summary>
    public const int FewestPersons = 5;

    /// <summary>What is withheld, in this order: assessment, officials, private-sector.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];

    /// <summary>A factor of which nothing is known.</summary>
    public static FactorFigures None(Factor factor) => new(factor, null, null, null, null, null);

    /// <summary>The same without what rests on fewer than <see cref="FewestPersons"/>.</summary>
    public FactorFigures WithholdingSmall()
    {
        var small = new[]
        {
            (Name: "assessment", IsSmall: Assessment?.Assessors < FewestPersons),
            (Name: "officials", IsSmall: Officials?.Persons < FewestPersons),
            (Name: "private-sector", IsSmall: PrivateSector?.Persons < FewestPersons),
        };
        return this with
        {
            Assessment = small[0].IsSmall ? null : Assessment,
            Officials = small[1].IsSmall ? null : Officials,
            PrivateSector = small[2].IsSmall ? null : PrivateSector,
            Withheld = [.. small.Where(one => one.IsSmall || Withheld.Contains(one.Name)).Select(one => one.Name)],
        };
    }

    /// <inheritdoc/>
    public bool Equals(FactorFigures? other) => other is not null && Factor == other.Factor && Assessment == other.Assessment && Officials == other.Officials
        && PrivateSector == other.PrivateSector && Actions == other.Actions && Indicators == other.Indicators && Withheld.SequenceEqual(other.Withheld);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Factor, Assessment, Officials, PrivateSector, Actions, Indicators);
}

/// <summary>What a self-assessment came to.</summary>
/// <param name="Level">0 to 4, two decimals.</param>
/// <param name="Assessors">Persons who gave a level.</param>
public sealed record AgreedLevel(decimal Level, int Assessors);

/// <summary>The index of a survey with its 95 % interval.</summary>
/// <param name="Index">0 to 100, two decimals.</param>
/// <param name="Low">Lower end, from 0.</param>
/// <param name="High">Upper end, to 100.</param>
/// <param name="Persons">Respondents behind it.</param>
public sealed record SurveyIndex(decimal Index, decimal Low, decimal High, int Persons);

/// <summary>Actions by status; each action counts once, a late one again under <paramref name="Late"/>.</summary>
/// <param name="Planned">Not begun.</param>
/// <param name="UnderWay">Begun.</param>
/// <param name="Done">Done.</param>
/// <param name="Stopped">Given up.</param>
/// <param name="Late">Planned or under way, and past their day.</param>
public sealed record ActionCounts(int Planned, int UnderWay, int Done, int Stopped, int Late)
{
    /// <summary>All.</summary>
    public int All => Planned + UnderWay + Done + Stopped;
}

/// <summary>Indicators.</summary>
/// <param name="OnTarget">Those whose latest value has reached its target.</param>
/// <param name="Measured">Those with a value and a target.</param>
/// <param name="All">All.</param>
public sealed record IndicatorCounts(int OnTarget, int Measured, int All);
