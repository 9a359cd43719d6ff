namespace Tamiz.Formats.Json;

/// <summary>What can be wrong with a JSON file and its declarations: TZ032x.</summary>
public static class JsonDiagnostics
{
    /// <summary>The file begins with something else.</summary>
    public static readonly DiagnosticRule NotJson = new("TZ0321", Severity.Error, "the file is not JSON of declarations",
        "{ or [ at the beginning", "Name the file's own format with --format, or export it as JSON.");

    /// <summary>A declaration that is no JSON; what follows it is read where it stands on lines of its own or its brackets match.</summary>
    public static readonly DiagnosticRule Broken = new("TZ0322", Severity.Error, "the declaration's JSON is broken",
        "JSON after RFC 8259", "Correct it at this place: quotes, commas, brackets, escapes, numbers.");

    /// <summary>Brackets or quotes that do not match, or text between declarations: nothing behind it can be told apart.</summary>
    public static readonly DiagnosticRule RestRefused = new("TZ0323", Severity.Error, "the JSON cannot be followed; the rest of the file is refused",
        "a declaration, or the end", "Correct it at this place and read the file again; a declaration on each line keeps a fault to its line.");

    /// <summary>An object or an array in the place of a value, or the other way round.</summary>
    public static readonly DiagnosticRule WrongKind = new("TZ0324", Severity.Error, "the JSON value is of another kind than the mapping has",
        "a value", "Correct the mapping's heading, or the value.");

    /// <summary>A key that stands twice in an object.</summary>
    public static readonly DiagnosticRule DuplicateKey = new("TZ0325", Severity.Error, "the key stands more than once",
        "each key once", "Leave one of them.");

    /// <summary>A declaration of more bytes than one may have.</summary>
    public static readonly DiagnosticRule TooLong = new("TZ0326", Severity.Error, "the declaration does not end",
        "at most 16,777,216 bytes", "Look for a bracket or a quote that is not closed.");

    /// <summary>A declaration of several items, by a mapping whose rows are declarations.</summary>
    public static readonly DiagnosticRule SeveralItems = new("TZ0327", Severity.Error, "the declaration has several items, the mapping allows one",
        "one item", "Write row: item into the mapping.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } = [NotJson, Broken, RestRefused, WrongKind, DuplicateKey, TooLong, SeveralItems];
}
