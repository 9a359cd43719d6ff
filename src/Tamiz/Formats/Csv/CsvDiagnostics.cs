namespace Tamiz.Formats.Csv;

/// <summary>What can be wrong with a CSV file and its rows: TZ03xx.</summary>
public static class CsvDiagnostics
{
    /// <summary>The file holds no byte, or only a byte order mark and line ends.</summary>
    public static readonly DiagnosticRule Empty = new("TZ0301", Severity.Error, "the file is empty",
        "a heading line and rows, or declarations", "Export the file again.");

    /// <summary>The first bytes are those of another kind of file.</summary>
    public static readonly DiagnosticRule NotText = new("TZ0302", Severity.Error, "the file is not text",
        "UTF-8 text (CSV or JSON), or Parquet", "Unpack it, or save it as CSV in UTF-8.");

    /// <summary>A column that the mapping needs is not among the headings.</summary>
    public static readonly DiagnosticRule MissingColumn = new("TZ0303", Severity.Error, "a mapped column is missing",
        "the column", "Correct the mapping, or export the column; check the delimiter.");

    /// <summary>A mapped heading stands more than once.</summary>
    public static readonly DiagnosticRule DuplicateColumn = new("TZ0304", Severity.Error, "a mapped column stands more than once",
        "one column of that name", "Rename one of them.");

    /// <summary>A row has more or fewer fields than there are headings.</summary>
    public static readonly DiagnosticRule FieldCount = new("TZ0305", Severity.Error, "the row has another number of fields than the headings",
        "as many fields as headings", "Quote fields that hold the delimiter; check for a line cut in two.");

    /// <summary>A quoted field is not closed, or text follows its closing quote.</summary>
    public static readonly DiagnosticRule BadQuotes = new("TZ0306", Severity.Error, "the quotes of the field do not match",
        "a field that begins and ends with a quote, inner quotes doubled", "Double the quotes inside the field.");

    /// <summary>Bytes that are not UTF-8.</summary>
    public static readonly DiagnosticRule NotUtf8 = new("TZ0307", Severity.Error, "the field is not UTF-8",
        "UTF-8 text", "Save the file as UTF-8 (Windows-1252 and Latin-1 files read wrongly).");

    /// <summary>A NUL byte in a row.</summary>
    public static readonly DiagnosticRule NulByte = new("TZ0308", Severity.Error, "the field holds a NUL byte",
        "text", "Export the file again; a NUL byte marks a damaged or binary file.");

    /// <summary>A field longer than a field may be.</summary>
    public static readonly DiagnosticRule FieldTooLong = new("TZ0309", Severity.Error, "the field is too long",
        "at most 32,768 bytes", "Shorten the text; a missing closing quote also looks like this.");

    /// <summary>A row longer than a row may be; it was read up to its first line end.</summary>
    public static readonly DiagnosticRule RowTooLong = new("TZ0310", Severity.Error, "the row does not end",
        "at most 1,048,576 bytes", "Look for a quote that is not closed on this line.");

    /// <summary>A field that has to hold something is empty.</summary>
    public static readonly DiagnosticRule Required = new("TZ0311", Severity.Error, "a field that is needed is empty",
        "a value", "Fill it in at the source.");

    /// <summary>A number that is none in the mapping's form.</summary>
    public static readonly DiagnosticRule NotANumber = new("TZ0312", Severity.Error, "the value is not a number",
        "a number", "Correct the value, or the mapping's decimal and thousands signs.");

    /// <summary>A date that does not exist or is written in another form.</summary>
    public static readonly DiagnosticRule NotADate = new("TZ0313", Severity.Error, "the value is not a date",
        "a date", "Correct the date, or the mapping's date format.");

    /// <summary>A finding in words that the mapping does not know.</summary>
    public static readonly DiagnosticRule UnknownFinding = new("TZ0314", Severity.Error, "the finding is in words that the mapping lacks",
        "one of the mapping's values", "Add the word to the mapping's finding.");

    /// <summary>A finding dated before its declaration was lodged; it counts from the later of the two.</summary>
    public static readonly DiagnosticRule FindingBeforeLodgement = new("TZ0315", Severity.Warning, "the finding is dated before the declaration",
        "a date on or after lodgement", "It counts from lodgement; correct the date at the source.");

    /// <summary>The number of a declaration stands again with other content.</summary>
    public static readonly DiagnosticRule DuplicateDeclaration = new("TZ0316", Severity.Error, "the declaration number is already taken by other content",
        "a number of its own, or a version", "Map the version column, or correct the number; the first one stands.");

    /// <summary>Rows of one declaration disagree about the whole of it; the first row's value stands.</summary>
    public static readonly DiagnosticRule RowsDisagree = new("TZ0317", Severity.Warning, "rows of one declaration disagree",
        "the same value on each row", "Correct it at the source; the first row's value was taken.");

    /// <summary>A file that stands twice in one command.</summary>
    public static readonly DiagnosticRule GivenTwice = new("TZ0318", Severity.Warning, "the file is given twice",
        "each file once", "It is read once.");

    /// <summary>A file that cannot be opened or read.</summary>
    public static readonly DiagnosticRule Unreadable = new("TZ0319", Severity.Error, "the file cannot be read",
        "a readable file", "Check the path and the permission.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
    [
        Empty, NotText, MissingColumn, DuplicateColumn, FieldCount, BadQuotes, NotUtf8, NulByte, FieldTooLong, RowTooLong,
        Required, NotANumber, NotADate, UnknownFinding, FindingBeforeLodgement, DuplicateDeclaration, RowsDisagree, GivenTwice, Unreadable,
    ];
}
