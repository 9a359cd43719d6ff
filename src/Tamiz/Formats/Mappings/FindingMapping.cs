namespace Tamiz.Formats.Mappings;

/// <summary>Where a file says what a control found, and when that became known.</summary>
/// <param name="Column">Heading of the column with the result; an empty field means that there was no control.</param>
/// <param name="NonCompliant">Values that mean an irregularity.</param>
/// <param name="Compliant">Values that mean that nothing was found.</param>
/// <param name="Area">Risk area that the findings belong to.</param>
public sealed record FindingMapping(string Column, IReadOnlyList<string> NonCompliant, IReadOnlyList<string> Compliant, string Area)
{
    /// <summary>Heading of the column with the date on which it became known; null where a delay is stated.</summary>
    public string? KnownColumn { get; init; }

    /// <summary>Days from lodgement until a finding is known, where no column says it.</summary>
    public int DelayDays { get; init; }

    /// <summary>Heading of the column with the money recovered, in the home's currency; null where there is none.</summary>
    public string? RecoveredColumn { get; init; }
}
