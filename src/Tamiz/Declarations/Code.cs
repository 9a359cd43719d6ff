namespace Tamiz.Declarations;

/// <summary>A code under a named scheme: a classification of goods (hs, national, species …) or further coded information.</summary>
/// <param name="Scheme">Lower-case name of the scheme.</param>
/// <param name="Value">The code as lodged.</param>
public readonly record struct Code(string Scheme, string Value);
