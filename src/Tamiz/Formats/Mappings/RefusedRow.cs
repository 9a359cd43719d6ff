namespace Tamiz.Formats.Mappings;

/// <summary>A row that could not be taken, as it stood.</summary>
/// <param name="Line">Line of the file, or row of a Parquet file; from 1.</param>
/// <param name="Raw">Its bytes, without the line end.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedRow(long Line, byte[] Raw, Diagnostic Reason)
{
    /// <summary>How many rows it stands for: more than one where rows were lost together.</summary>
    public long Rows { get; init; } = 1;
}
