namespace Tamiz.Formats.Lists;

/// <summary>What can be wrong with a list's file: TZ02xx.</summary>
public static class ListDiagnostics
{
    /// <summary>The file holds no entry.</summary>
    public static readonly DiagnosticRule NoEntries = new("TZ0201", Severity.Error, "the list holds no entry",
        "at least one entry", "Download it again.");

    /// <summary>A line with too few columns or no number.</summary>
    public static readonly DiagnosticRule BadLine = new("TZ0202", Severity.Error, "the line is not an entry of this list",
        "the publisher's columns", "Check that the file is complete and of this format.");

    /// <summary>An alias or address of an entry that the list lacks.</summary>
    public static readonly DiagnosticRule Orphan = new("TZ0203", Severity.Warning, "the line belongs to no entry",
        "the number of an entry", "The files may be of different editions.");

    /// <summary>A file that is not well-formed XML, or of another kind.</summary>
    public static readonly DiagnosticRule BadXml = new("TZ0204", Severity.Error, "the file is not a complete XML list",
        "well-formed XML with the publisher's root element", "Download it again; what was read before the break is not used.");

    /// <summary>A source whose file cannot be read; assessments say that they lacked it.</summary>
    public static readonly DiagnosticRule Unreadable = new("TZ0205", Severity.Error, "the source cannot be read",
        "a readable file", "Check the path in tamiz.yaml; assessments say that they lacked it.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } = [NoEntries, BadLine, Orphan, BadXml, Unreadable];
}
