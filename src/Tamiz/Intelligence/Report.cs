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
    public IReadOnlyList<ReportCondition> When { get; init; } = [];

    /// <summary>Whether it was known and in force on a day.</summary>
    public bool AppliesOn(DateOnly day) => Received <= day && ValidFrom <= day && day <= ValidTo;
}
