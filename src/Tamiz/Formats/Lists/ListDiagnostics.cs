namespace Tamiz.Formats.Lists;

/// <summary>What can be wrong with a list's file: TZ02xx.</summary>
public static class ListDiagnostics
{
    /// <summary>The file holds no entry.</summary>
    public static readonly DiagnosticRule NoEntries = new("TZ0201", Severity.Error, "the list holds no entry",
        "at least one entry", "Download it again.");

    /// <summary>A line with too few columns or no number.</summary>
    public static readonly DiagnosticRule BadLine = new("TZ0202", Severity.Error, "the line is not an entry of this list",
        "the publisher's columns", "Check that the file is complete and of this format; the other lines are used.");

    /// <summary>An alias or address of an entry that the list lacks.</summary>
    public static readonly DiagnosticRule Orphan = new("TZ0203", Severity.Warning, "the line belongs to no entry",
        "the number of an entry", "The files may be of different editions.");

    /// <summary>A file that is not well-formed XML, or of another kind.</summary>
    public static readonly DiagnosticRule BadXml = new("TZ0204", Severity.Error, "the file is not a complete XML list",
        "well-formed XML with the publisher's root element", "Download it again; what was read before the break is not used.");

    /// <summary>A source whose file cannot be read; assessments say that they lacked it.</summary>
    public static readonly DiagnosticRule Unreadable = new("TZ0205", Severity.Error, "the source cannot be read",
        "a readable file", "Check the path in tamiz.yaml; assessments say that they lacked it.");

    /// <summary>The first line is of another format or another table of the publisher; nothing of the file is used.</summary>
    public static readonly DiagnosticRule OtherFormat = new("TZ0206", Severity.Error, "the file is of another format",
        "the publisher's columns", "Give the files in their order and name their format; a web page saved in place of the file does not do.");

    /// <summary>A kind of alias that the publisher did not use so far; the name counts as a strong alias.</summary>
    public static readonly DiagnosticRule UnknownAliasType = new("TZ0207", Severity.Warning, "unknown type of alias",
        "a type that the publisher documents", "The name counts as an alias; look at the publisher's notice of change.");

    /// <summary>The last line has no line end.</summary>
    public static readonly DiagnosticRule CutOff = new("TZ0208", Severity.Warning, "the file may be cut off",
        "a line end after the last line", "Compare its size with the publisher's, or download it again.");

    /// <summary>An entry with the number of an earlier one; it is not used.</summary>
    public static readonly DiagnosticRule Duplicate = new("TZ0209", Severity.Error, "two entries have the same number",
        "a number of its own", "The first is used; download the list again.");

    /// <summary>A kind of entry that the publisher did not use so far; the entry is used, as Unknown.</summary>
    public static readonly DiagnosticRule UnknownSchema = new("TZ0210", Severity.Warning, "unknown kind of entry",
        "person, organization, vessel or aircraft", "It is screened as Unknown; correct it where the list is your own.");

    /// <summary>Remarks as long as the publisher allows, so that their end stands in another file.</summary>
    public static readonly DiagnosticRule RemarksCut = new("TZ0211", Severity.Note, "the remarks are cut by the publisher",
        "at most 1,000 characters", "The rest stands in the publisher's comments file; what is cut in half is left out.");

    /// <summary>A date of listing that is not one; the entry counts from the date of the edition.</summary>
    public static readonly DiagnosticRule BadDate = new("TZ0212", Severity.Warning, "the date of listing cannot be read",
        "a date as YYYY-MM-DD", "The entry counts from the date of the edition.");

    /// <summary>Bytes that are not UTF-8; they are read as U+FFFD, so the name meets nothing.</summary>
    public static readonly DiagnosticRule NotUtf8 = new("TZ0213", Severity.Warning, "the line is not UTF-8",
        "UTF-8", "Convert the file; names with such bytes meet nothing.");

    /// <summary>An entry without a number or a name; it is not used.</summary>
    public static readonly DiagnosticRule Nameless = new("TZ0214", Severity.Error, "the entry has no number or no name",
        "a number and a name", "Download the list again; the other entries are used.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
    [
        NoEntries, BadLine, Orphan, BadXml, Unreadable, OtherFormat, UnknownAliasType, CutOff, Duplicate, UnknownSchema, RemarksCut,
        BadDate, NotUtf8, Nameless,
    ];
}
