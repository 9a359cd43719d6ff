namespace Tamiz.Formats.Csv;

/// <summary>How a field was quoted.</summary>
public enum CsvFieldKind : byte
{
    /// <summary>Not quoted.</summary>
    Plain,

    /// <summary>Quoted; no quote inside.</summary>
    Quoted,

    /// <summary>Quoted, with doubled quotes inside.</summary>
    Escaped,

    /// <summary>Its quotes do not match.</summary>
    Broken,
}
