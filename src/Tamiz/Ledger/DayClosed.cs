namespace Tamiz.Ledger;

/// <summary>An office's day was closed and its seed revealed.</summary>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the person; empty where the system acted by itself.</param>
/// <param name="Office">The customs office.</param>
/// <param name="Day">The day.</param>
/// <param name="Seed">32 bytes.</param>
/// <param name="Draws">Draws of the day.</param>
/// <param name="Totals">By lane, in the order of the day's bounds, then the release lane: draws of the day whose last lane so far it is.</param>
/// <param name="Missing">Registration numbers that the office's sequence lacks.</param>
public sealed record DayClosed(
    Instant At, string By, string Office, DateOnly Day, ReadOnlyMemory<byte> Seed, long Draws,
    IReadOnlyList<LaneTotal> Totals, IReadOnlyList<string> Missing)
    : LedgerRecord(At, By)
{
    /// <inheritdoc/>
    public override RecordType Type => RecordType.DayClosed;

    internal static DayClosed Read(RecordHead head, ref RecordReader reader) =>
        new(
            head.At, head.By, reader.Text(), reader.Date(), reader.Raw(DaySeed.Size).ToArray(), reader.Count(),
            reader.List(static (ref one) => LaneTotal.Read(ref one)), reader.List(static (ref one) => one.Text()));

    private protected override void WriteFields(RecordWriter writer)
    {
        writer.Text(Office);
        writer.Date(Day);
        writer.Raw(SeedOfSize());
        writer.Count(Draws);
        writer.List(Totals, static (one, entry) => entry.Write(one));
        writer.List(Missing, static (one, text) => one.Text(text));
    }

    private ReadOnlySpan<byte> SeedOfSize() => Seed.Length == DaySeed.Size ? Seed.Span
        : throw new ArgumentException($"a seed has {DaySeed.Size} bytes, not {Seed.Length}");
}
