namespace Tamiz.Formats.Rows;

/// <summary>A row that was put aside, with all that is needed to cut it again.</summary>
/// <param name="Line">Line of the file, or row of a Parquet file; from 1.</param>
/// <param name="Raw">Its bytes, without the line end.</param>
/// <param name="TooLong">Whether it did not end within the bound.</param>
/// <param name="Origin">Where it came from; null for a whole line.</param>
public sealed record KeptRow(long Line, byte[] Raw, bool TooLong, RowOrigin? Origin = null)
{
    /// <summary>Grows from row to row of the file.</summary>
    public long Ordinal => Origin?.Ordinal ?? Line;
}
