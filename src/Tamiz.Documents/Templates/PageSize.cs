namespace Tamiz.Documents.Templates;

/// <summary>Size of the paper.</summary>
public enum PageSize
{
    /// <summary>Letter for Spanish, as printers in the Americas hold it; A4 for the others.</summary>
    ByLanguage,

    /// <summary>210 × 297 mm.</summary>
    A4,

    /// <summary>8.5 × 11 inches.</summary>
    Letter,
}
