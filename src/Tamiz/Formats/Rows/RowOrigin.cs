namespace Tamiz.Formats.Rows;

/// <summary>Where a row came from that is no whole line.</summary>
/// <param name="Ordinal">Grows from row to row of the file.</param>
/// <param name="Column">Byte of the line, from 1, at which free text (JSON) begins; 0 where columns are numbered.</param>
public sealed record RowOrigin(long Ordinal, int Column)
{
    /// <summary>Why the row cannot be read; null where it can.</summary>
    public Diagnostic? Problem { get; init; }

    /// <summary>How many rows this one stands for: more than one where rows were lost together.</summary>
    public long Rows { get; init; } = 1;

    /// <summary>The object of JSON that is the row's declaration, with all its items; 0 where a row says itself which declaration it belongs to.</summary>
    public long Document { get; init; }

    /// <summary>Which part of the row's bytes is its own.</summary>
    public ItemCut Cut { get; init; }

    /// <summary>Where text was left out of the row's bytes; in order.</summary>
    public IReadOnlyList<Seam> Seams { get; init; } = [];
}
