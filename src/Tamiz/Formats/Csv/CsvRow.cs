namespace Tamiz.Formats.Csv;

/// <summary>A row of a batch.</summary>
/// <param name="Line">Line of the file on which it begins, from 1.</param>
/// <param name="Start">Index of its first byte in the batch.</param>
/// <param name="Length">Bytes, without the line end.</param>
/// <param name="FirstField">Index of its first field in the batch.</param>
/// <param name="FieldCount">Number of its fields.</param>
/// <param name="TooLong">Whether it did not end within the bound and was cut at its first line end.</param>
public readonly record struct CsvRow(long Line, int Start, int Length, int FirstField, int FieldCount, bool TooLong);
