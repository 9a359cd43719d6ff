namespace Tamiz.Formats;

/// <summary>How a file of declarations is written.</summary>
public enum FileFormat
{
    /// <summary>Lines of delimited fields.</summary>
    Csv,

    /// <summary>JSON: an array of declarations, declarations one after the other, or an object with the array declarations.</summary>
    Json,

    /// <summary>Apache Parquet, a row an item.</summary>
    Parquet,
}
