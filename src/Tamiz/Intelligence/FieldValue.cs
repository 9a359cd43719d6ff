namespace Tamiz.Intelligence;

/// <summary>A field with the value that decided a condition.</summary>
/// <param name="Field">Id of the field.</param>
/// <param name="Value">As lodged.</param>
public readonly record struct FieldValue(string Field, string Value);
