namespace Tamiz.Formats.Rows;

/// <summary>A row as it stood; of a declaration in JSON with several items, the declaration with the row's item alone.</summary>
/// <param name="Whole">The bytes in which it lies.</param>
/// <param name="Origin">Where it came from; null for a whole line.</param>
public readonly record struct RawText(ReadOnlyMemory<byte> Whole, RowOrigin? Origin = null)
{
    /// <summary>Its bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = Whole.Span;
        var cut = Origin?.Cut ?? default;
        return cut.IsWhole ? bytes.ToArray() : [.. bytes[..cut.From], .. bytes[cut.Start..cut.End], .. bytes[cut.To..]];
    }
}
