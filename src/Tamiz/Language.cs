namespace Tamiz;

/// <summary>The languages that reasons are rendered in.</summary>
public enum Language
{
    /// <summary>Spanish.</summary>
    Es,

    /// <summary>French.</summary>
    Fr,

    /// <summary>English.</summary>
    En,

    /// <summary>Portuguese.</summary>
    Pt,
}
