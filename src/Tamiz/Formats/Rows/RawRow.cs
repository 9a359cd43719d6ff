namespace Tamiz.Formats.Rows;

/// <summary>A row of a batch: a line of a CSV file, a row of a Parquet file, an item of a declaration in JSON.</summary>
/// <param name="Line">Line of the file on which it begins, or row of a Parquet file; from 1.</param>
/// <param name="Start">Index of its first byte in the batch.</param>
/// <param name="Length">Bytes, without the line end.</param>
/// <param name="FirstField">Index of its first field in the batch.</param>
/// <param name="FieldCount">Number of its fields.</param>
/// <param name="TooLong">Whether it did not end within the bound and was cut at its first line end.</param>
/// <param name="Origin">What more there is to say of where it came from; null for a whole line.</param>
public readonly record struct RawRow(long Line, int Start, int Length, int FirstField, int FieldCount, bool TooLong, RowOrigin? Origin = null);
