namespace Tamiz.Ledger;

/// <summary>An office's day was opened.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Office">The customs office.</param>
/// <param name="Day">The day in its time zone.</param>
/// <param name="Bounds">Lanes that the draw alone gives, the most controlling first, with bounds that rise from 0; at most 250, none twice nor the release lane.</param>
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
    private const int MostBounds = 250;

    /// <inheritdoc/>
    public override RecordType Type => RecordType.DayOpened;

    internal static DayOpened Read(RecordHead head, ref RecordReader reader)
    {
        var opened = new DayOpened(
            head.At, head.By, reader.Text(), reader.Date(), reader.List(static (ref one) => LaneBound.Read(ref one)),
            reader.Text(), reader.Digest(), reader.Digest(), reader.Text(), reader.Text(), reader.Digest());
        if (!opened.IsLadder())
        {
            reader.Fail("bounds that do not rise, too many of them, or a lane twice");
        }

        return opened;
    }

    private protected override void WriteFields(RecordWriter writer)
    {
        if (!IsLadder())
        {
            throw new ArgumentException("bounds rise from 0, there are at most 250, and no lane stands twice");
        }

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

    private bool IsLadder()
    {
        var lanes = new HashSet<string>(StringComparer.Ordinal) { Release };
        var last = 0.0;
        foreach (var (lane, bound) in Bounds)
        {
            if (!(bound >= last) || !lanes.Add(lane))
            {
                return false;
            }

            last = bound;
        }

        return Bounds.Count <= MostBounds;
    }
}
