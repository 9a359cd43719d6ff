namespace Tamiz.Storage.Carriers;

/// <summary>What can be wrong with a Parquet file: TZ033x.</summary>
internal static class ParquetDiagnostics
{
    /// <summary>The file is another one, or its footer cannot be read.</summary>
    public static readonly DiagnosticRule NotParquet = new("TZ0331", Severity.Error, "the file is not Parquet that can be read",
        "a whole Parquet file", "Name the file's own format with --format, or export it again; one cut short has no footer.");

    /// <summary>A column of values that are no texts, numbers or dates.</summary>
    public static readonly DiagnosticRule UnknownType = new("TZ0332", Severity.Error, "the column's type cannot be read",
        "texts, numbers, dates, times or truth values", "Export it as one of them; a list as a text with its separator.");

    /// <summary>A row group that is damaged: its rows from a place on are refused together, those of other groups are read.</summary>
    public static readonly DiagnosticRule LostRows = new("TZ0333", Severity.Error, "a row group is damaged; its rows from here on are refused",
        "pages that can be read", "Export the file again.");
}
