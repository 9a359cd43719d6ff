namespace Tamiz.Formats.Csv;

/// <summary>Some successive rows of a file: their bytes, and where rows and fields lie in them.</summary>
public sealed class CsvBatch
{
    internal CsvBatch(byte[] bytes, int fields)
    {
        Bytes = bytes;
        Fields = new List<CsvField>(fields);
    }

    /// <summary>The rows, in the file's order.</summary>
    public List<CsvRow> Rows { get; } = [];

    internal byte[] Bytes { get; private set; }

    internal List<CsvField> Fields { get; }

    /// <summary>The bytes of a row, without its line end.</summary>
    public ReadOnlySpan<byte> Raw(scoped in CsvRow row) => Bytes.AsSpan(row.Start, row.Length);

    /// <summary>A field of a row, by its number from 0.</summary>
    public CsvField Field(in CsvRow row, int index) => Fields[row.FirstField + index];

    /// <summary>The bytes of a field; where it is <see cref="CsvFieldKind.Escaped"/> its inner quotes are still doubled.</summary>
    public ReadOnlySpan<byte> Raw(scoped in CsvField field) => Bytes.AsSpan(field.Start, field.Length);

    /// <summary>Begins anew over other bytes, in the room that rows and fields had.</summary>
    internal void Begin(byte[] bytes)
    {
        Bytes = bytes;
        Rows.Clear();
        Fields.Clear();
    }
}
