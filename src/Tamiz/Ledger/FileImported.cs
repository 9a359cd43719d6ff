namespace Tamiz.Ledger;

/// <summary>A file was imported: read = taken + known + refused.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="File">Its name.</param>
/// <param name="Digest">SHA-256 of the file.</param>
/// <param name="Mapping">SHA-256 of its mapping.</param>
/// <param name="RowsRead">Rows.</param>
/// <param name="Taken">Rows that are new.</param>
/// <param name="Known">Rows that were there already.</param>
/// <param name="Refused">Rows in quarantine.</param>
public sealed record FileImported(
    Instant At, string By, string File, Hash Digest, Hash Mapping, long RowsRead, long Taken, long Known, long Refused)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.FileImported;

    internal static FileImported Read(RecordHead head, ref RecordReader reader) =>
        new(
            head.At, head.By, reader.Text(), reader.Digest(), reader.Digest(), reader.Count(), reader.Count(),
            reader.Count(), reader.Count());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(File);
        writer.Digest(Digest);
        writer.Digest(Mapping);
        writer.Count(RowsRead);
        writer.Count(Taken);
        writer.Count(Known);
        writer.Count(Refused);
    }
}
