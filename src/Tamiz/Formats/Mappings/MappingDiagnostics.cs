namespace Tamiz.Formats.Mappings;

/// <summary>What can be wrong with a mapping file beyond its YAML: TZ011x.</summary>
public static class MappingDiagnostics
{
    /// <summary>A field that declarations do not have.</summary>
    public static readonly DiagnosticRule UnknownField = new("TZ0111", Severity.Error, "unknown field",
        "a field of the declaration", "See docs/reference/mapping.md for the fields.");

    /// <summary>A column that holds the outcome is mapped as if it were lodged.</summary>
    public static readonly DiagnosticRule OutcomeMapped = new("TZ0112", Severity.Error, "an outcome column is mapped to a field",
        "a column that was known at lodgement", "Remove the line: what a control revealed is never an input.");

    /// <summary>A history key of more than two fields, or with a mass in it.</summary>
    public static readonly DiagnosticRule KeyTooNarrow = new("TZ0113", Severity.Error, "the history key is a fingerprint",
        "one or two fields, none of them a mass", "Split the key.");

    /// <summary>A time zone that is no IANA id, or that the machine's tables lack.</summary>
    public static readonly DiagnosticRule UnknownTimeZone = new("TZ0114", Severity.Error, "unknown time zone",
        "an IANA time zone such as America/Tegucigalpa", "Correct the name; where it is right, install or update the machine's time zone data (tzdata).");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } = [UnknownField, OutcomeMapped, KeyTooNarrow, UnknownTimeZone];
}
