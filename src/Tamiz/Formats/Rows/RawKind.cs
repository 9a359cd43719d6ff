namespace Tamiz.Formats.Rows;

/// <summary>How a field was written.</summary>
public enum RawKind : byte
{
    /// <summary>Not quoted.</summary>
    Plain,

    /// <summary>Quoted; no sign inside that stands for another.</summary>
    Quoted,

    /// <summary>Quoted as in CSV, with doubled quotes inside.</summary>
    Escaped,

    /// <summary>Its quotes do not match.</summary>
    Broken,

    /// <summary>A number of a typed carrier: with a point, whatever the mapping's decimal sign.</summary>
    Number,

    /// <summary>A date or a time of a typed carrier: ISO 8601, whatever the mapping's formats.</summary>
    Moment,

    /// <summary>A text of JSON with escapes inside.</summary>
    JsonText,

    /// <summary>An array of JSON, of texts and numbers.</summary>
    JsonList,
}
