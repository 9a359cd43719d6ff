namespace Tamiz.Formats;

/// <summary>What can be wrong with a YAML file, whatever it configures: TZ01xx.</summary>
public static class YamlDiagnostics
{
    /// <summary>The text is not YAML, or its top is not a list of keys.</summary>
    public static readonly DiagnosticRule NotYaml = new("TZ0101", Severity.Error, "the file is not readable YAML",
        "key: value lines", "Correct the line named; indent with spaces.");

    /// <summary>A key that nothing reads.</summary>
    public static readonly DiagnosticRule UnknownKey = new("TZ0102", Severity.Error, "unknown key",
        "a key of this section", "Correct the spelling, or remove the line.");

    /// <summary>A key without which the section means nothing.</summary>
    public static readonly DiagnosticRule MissingKey = new("TZ0103", Severity.Error, "a key is missing",
        "the key", "Add it.");

    /// <summary>A value that cannot be read as what the key means.</summary>
    public static readonly DiagnosticRule BadValue = new("TZ0104", Severity.Error, "the value does not fit the key",
        "another kind of value", "Correct the value.");
}
