namespace Tamiz.Formats.Rows;

/// <summary>A field of a row, as a stretch of its batch's bytes.</summary>
/// <param name="Start">Index of the first byte, after an opening quote.</param>
/// <param name="Length">Bytes, without the quotes around it.</param>
/// <param name="Kind">How it was quoted.</param>
public readonly record struct RawField(int Start, int Length, RawKind Kind);
