namespace Tamiz.Selection;

/// <summary>Why a declaration is in its lane.</summary>
public enum Basis
{
    /// <summary>Nothing selected it.</summary>
    None,

    /// <summary>The random draw.</summary>
    Random,

    /// <summary>A mandatory control.</summary>
    Mandatory,

    /// <summary>Its value, within the capacity reserved for a risk area.</summary>
    Reserved,

    /// <summary>Its value, above the running bid price.</summary>
    Value,
}
