namespace Tamiz.Formats.Mappings;

/// <summary>What a mapped column holds.</summary>
public enum TargetKind
{
    /// <summary>Words or a code, as written.</summary>
    Text,

    /// <summary>A code that is written with separators (dots, blanks, hyphens), which are taken out.</summary>
    Digits,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A date, with or without a time.</summary>
    Date,

    /// <summary>Several values in one field.</summary>
    List,
}
