namespace Tamiz.Intelligence;

/// <summary>A report that speaks of an item, or may.</summary>
/// <param name="Report">The report.</param>
/// <param name="MissingField">A field without which it cannot be said whether it does; null where it does.</param>
public readonly record struct ReportMatch(Report Report, string? MissingField)
{
    /// <summary>Sequence of the item.</summary>
    public int ItemSequence { get; init; }

    /// <summary>The values that met its conditions, in their order; empty where a field is missing.</summary>
    public IReadOnlyList<FieldValue> Decided { get; init; } = [];

    /// <summary>Place of the report in its index.</summary>
    internal int Rank { get; init; }
}
