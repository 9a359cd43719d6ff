namespace Tamiz.Formats.Rows;

/// <summary>Some successive rows of a file: their bytes, and where rows and fields lie in them.</summary>
/// <param name="bytes">What rows and fields lie in.</param>
/// <param name="fields">Fields for which there is room at first.</param>
public sealed class RawBatch(byte[] bytes, int fields = 256)
{
    /// <summary>The rows, in the file's order.</summary>
    public List<RawRow> Rows { get; } = [];

    /// <summary>The fields of all rows.</summary>
    public List<RawField> Fields { get; } = new(fields);

    /// <summary>What rows and fields lie in.</summary>
    public byte[] Bytes { get; set; } = bytes;

    /// <summary>The bytes of a row, without its line end.</summary>
    public ReadOnlySpan<byte> Raw(scoped in RawRow row) => Bytes.AsSpan(row.Start, row.Length);

    /// <summary>A row as it stood.</summary>
    public RawText Text(in RawRow row) => new(Bytes.AsMemory(row.Start, row.Length), row.Origin);

    /// <summary>A field of a row, by its number from 0.</summary>
    public RawField Field(in RawRow row, int index) => Fields[row.FirstField + index];

    /// <summary>The bytes of a field; where it is <see cref="RawKind.Escaped"/> or <see cref="RawKind.JsonText"/> still as they were written.</summary>
    public ReadOnlySpan<byte> Raw(scoped in RawField field) => Bytes.AsSpan(field.Start, field.Length);

    /// <summary>Begins anew over other bytes, in the room that rows and fields had.</summary>
    public void Begin(byte[] bytes)
    {
        Bytes = bytes;
        Rows.Clear();
        Fields.Clear();
    }

    /// <summary>Line, and byte of the line, both from 1, of a byte of a row that is free text (JSON).</summary>
    /// <param name="row">The row.</param>
    /// <param name="at">Index of the byte in <see cref="Bytes"/>.</param>
    public (long Line, int Column) PositionOf(in RawRow row, int at)
    {
        var (from, line, column) = (row.Start, row.Line, row.Origin?.Column ?? 1);
        foreach (var seam in row.Origin?.Seams ?? [])
        {
            (from, line, column) = row.Start + seam.At <= at ? (row.Start + seam.At, seam.Line, seam.Column) : (from, line, column);
        }

        var between = Bytes.AsSpan(from, at - from);
        var lineEnd = between.LastIndexOf((byte)'\n');
        return lineEnd < 0 ? (line, column + between.Length) : (line + between.Count((byte)'\n'), between.Length - lineEnd);
    }

    /// <summary>A row with all that is needed to cut it again.</summary>
    public KeptRow Keep(in RawRow row)
    {
        var origin = row.Origin;
        if (origin is { Cut: { IsWhole: false } cut })
        {
            var (item, after) = (PositionOf(row, row.Start + cut.Start), PositionOf(row, row.Start + cut.To));
            Seam[] seams = [new(cut.From, item.Line, item.Column), new(cut.From + cut.End - cut.Start, after.Line, after.Column)];
            origin = origin with { Cut = default, Seams = seams };
        }

        return new KeptRow(row.Line, Text(row).ToArray(), row.TooLong, origin);
    }
}
