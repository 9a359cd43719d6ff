using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>The days of an office, as the ledger says.</summary>
public sealed class OfficeBook
{
    private readonly Dictionary<string, string> _lanes = new(StringComparer.Ordinal);

    /// <summary>The day that is open; null for none.</summary>
    public DayOpened? Open { get; private set; }

    /// <summary>The day opened last; null before the first.</summary>
    public DateOnly? Last { get; private set; }

    /// <summary>Commitment to the seed of the next day.</summary>
    public Hash Next { get; private set; }

    /// <summary>The batch in whose hash the next day is anchored: that of the day closed last, or of the first commitment.</summary>
    public long AnchorBatch { get; private set; } = -1;

    /// <summary>Registration numbers that came.</summary>
    public Numbering Numbers { get; } = new();

    /// <summary>Draws of the open day so far.</summary>
    public int Draws => _lanes.Count;

    /// <summary>Takes note of the first commitment; later ones say nothing.</summary>
    public void Apply(SeedCommitted record, long batch)
    {
        if (AnchorBatch < 0)
        {
            (Next, AnchorBatch) = (record.Commitment, batch);
        }
    }

    /// <summary>Takes note of a day that was opened.</summary>
    public void Apply(DayOpened record) => (Open, Last, Next) = (record, record.Day, record.Next);

    /// <summary>Takes note of a day that was closed.</summary>
    public void Close(long batch)
    {
        (Open, AnchorBatch) = (null, batch);
        _lanes.Clear();
    }

    /// <summary>Takes note of a lane in force: of a draw of the open day, or of a declaration drawn on it.</summary>
    /// <param name="identity">The declaration's identity, without the version.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="drawn">Whether it was drawn just now; else another day's declaration is passed over.</param>
    public void Note(string identity, string lane, bool drawn)
    {
        if (drawn || _lanes.ContainsKey(identity))
        {
            _lanes[identity] = lane;
        }
    }

    /// <summary>Whether a declaration was drawn on the open day.</summary>
    public bool Has(string identity) => _lanes.ContainsKey(identity);

    /// <summary>Writes all of it.</summary>
    internal void Save(BinaryWriter writer, KeptRecords records)
    {
        records.Write(Open);
        writer.Write(Last?.DayNumber ?? -1);
        writer.Write(Next);
        writer.Write(AnchorBatch);
        Numbers.Save(writer);
        writer.Write(_lanes.Count);
        foreach (var (identity, lane) in _lanes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(identity);
            writer.Write(lane);
        }
    }

    /// <summary>Takes up what <see cref="Save"/> wrote.</summary>
    internal void Load(BinaryReader reader)
    {
        Open = (DayOpened?)KeptRecords.ReadOptional(reader);
        Last = reader.ReadInt32() is >= 0 and var last ? DateOnly.FromDayNumber(last) : null;
        (Next, AnchorBatch) = (reader.ReadHash(), reader.ReadInt64());
        Numbers.Load(reader);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            _lanes.Add(reader.ReadString(), reader.ReadString());
        }
    }

    /// <summary>How many draws of the open day are in each lane, in the order of its bounds, then the release lane.</summary>
    public IReadOnlyList<LaneTotal> Totals()
    {
        var counts = _lanes.Values.GroupBy(lane => lane, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (long)group.Count(), StringComparer.Ordinal);
        return Open is not { } open ? [] : [.. open.Bounds.Select(bound => bound.Lane).Append(open.Release).Select(lane => new LaneTotal(lane, counts.GetValueOrDefault(lane)))];
    }
}
