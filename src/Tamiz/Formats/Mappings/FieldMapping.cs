namespace Tamiz.Formats.Mappings;

/// <summary>How one field of the declaration is filled.</summary>
/// <param name="Target">The field.</param>
/// <param name="Column">Heading of the column; null for a constant.</param>
/// <param name="Constant">The value of every row; null for a column.</param>
public sealed record FieldMapping(MappingTarget Target, string? Column, string? Constant)
{
    /// <summary>Values to replace: as written → as meant; an empty text means missing.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>Characters to keep from the left, after separators were taken out of a code; 0 for all.</summary>
    public int Take { get; init; }

    /// <summary>What a number is multiplied by (0.001 for grams into kilograms).</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>What separates the values of a list.</summary>
    public string Separator { get; init; } = ";";

    /// <summary>Whether a row without a value is refused.</summary>
    public bool Required { get; init; }

    /// <summary>What a code of the administration's own is called, by language: es, fr, en, pt; empty for its scheme's name.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
