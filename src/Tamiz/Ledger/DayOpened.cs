namespace Tamiz.Ledger;

/// <summary>An office's day was opened.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Office">The customs office.</param>
/// <param name="Day">The day in its time zone.</param>
/// <param name="Bounds">Lanes that the draw alone gives, the most controlling first, with rising bounds.</param>
/// <param name="Release">The lane that takes what the others leave.</param>
/// <param name="Commitment">Of this day's seed.</param>
/// <param name="Anchor">Hash of the batch with the day closed before, or with the first commitment.</param>
/// <param name="Outside">What somebody outside contributed; empty for nothing.</param>
/// <param name="OutsideSource">Who, or which beacon.</param>
/// <param name="Next">Commitment of the seed of the office's next day.</param>
public sealed record DayOpened(
    Instant At, string By, string Office, DateOnly Day, IReadOnlyList<LaneBound> Bounds, string Release,
    Hash Commitment, Hash Anchor, string Outside, string OutsideSource, Hash Next)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.DayOpened;

    internal static DayOpened Read(RecordHead head, ref RecordReader reader) =>
        new(
            head.At, head.By, reader.Text(), reader.Date(), reader.List(static (ref one) => LaneBound.Read(ref one)),
            reader.Text(), reader.Digest(), reader.Digest(), reader.Text(), reader.Text(), reader.Digest());

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Office);
        writer.Date(Day);
        writer.List(Bounds, static (one, entry) => entry.Write(one));
        writer.Text(Release);
        writer.Digest(Commitment);
        writer.Digest(Anchor);
        writer.Text(Outside);
        writer.Text(OutsideSource);
        writer.Digest(Next);
    }
}
