using Tamiz.Declarations;

namespace Tamiz.Intelligence;

/// <summary>A graded report, with the conditions under which it speaks of a declaration.</summary>
/// <param name="Id">Its number in the register.</param>
/// <param name="Grade">Source and credibility.</param>
/// <param name="Area">Risk area.</param>
/// <param name="Origin">The tip that it goes back to.</param>
public sealed record Report(string Id, Grade Grade, string Area, string Origin)
{
    /// <summary>Title, for the intelligence unit only.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who may read it.</summary>
    public string Handling { get; init; } = "";

    /// <summary>Day on which the administration received it.</summary>
    public DateOnly Received { get; init; }

    /// <summary>First day on which it applies.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day on which it applies.</summary>
    public DateOnly ValidTo { get; init; }

    /// <summary>Whether a match must be controlled.</summary>
    public bool MustControl { get; init; }

    /// <summary>All of them have to hold.</summary>
    public IReadOnlyList<Condition> When { get; init; } = [];

    /// <summary>Whether it was known and in force on a day.</summary>
    public bool AppliesOn(DateOnly day) => Received <= day && ValidFrom <= day && day <= ValidTo;

    /// <summary>A field and the values of which it has to have one.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Values">Codes exactly; HS codes with everything below them; names in normal form.</param>
    public sealed record Condition(Field Field, IReadOnlyList<string> Values)
    {
        /// <summary>Whether the values are HS codes that stand for everything below them.</summary>
        public bool IsHierarchical => Field.Id == "item.hs";

        /// <summary>Whether the values are names.</summary>
        public bool IsName => Field.Id.EndsWith(".name", StringComparison.Ordinal);
    }
}
