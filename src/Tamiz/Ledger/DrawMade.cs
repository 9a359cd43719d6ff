namespace Tamiz.Ledger;

/// <summary>The draw of a declaration, once for all its versions.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Identity">office/year/number of the declaration, without a version.</param>
/// <param name="Office">The office whose day it is.</param>
/// <param name="Day">The office's day.</param>
/// <param name="Drawn">The draw.</param>
public sealed record DrawMade(
    Instant At, string By, string Identity, string Office, DateOnly Day, Draw Drawn)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.DrawMade;

    internal static DrawMade Read(RecordHead head, ref RecordReader reader) =>
        new(head.At, head.By, reader.Text(), reader.Text(), reader.Date(), new Draw(reader.Fixed16()));

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Identity);
        writer.Text(Office);
        writer.Date(Day);
        writer.Fixed16(Drawn.Value);
    }
}
