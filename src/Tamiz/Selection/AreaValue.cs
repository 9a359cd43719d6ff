namespace Tamiz.Selection;

/// <summary>Expected consequence of a declaration in a risk area.</summary>
/// <param name="Area">Id of the area.</param>
/// <param name="Value">Risk × consequence, in the home's currency; finite, at least 0.</param>
public readonly record struct AreaValue(string Area, double Value);
