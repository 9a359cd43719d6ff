using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tamiz.Verifier.Records;

namespace Tamiz.Verifier.Rules;

/// <summary>Days of offices: commitments, seeds, draws and totals (S1 to S6).</summary>
internal sealed class OfficeDays(Cursor cursor, Numbering numbering)
{
    private readonly Dictionary<string, Office> _offices = new(StringComparer.Ordinal);
    private readonly List<Ladder> _ladders = [];
    private readonly Dictionary<int, OpenDay> _open = [];
    private (byte[] Name, Office Office)? _latest;

    /// <summary>The ledger's id.</summary>
    public byte[] Ledger { get; set; } = [];

    /// <summary>The lanes of a day, by its number.</summary>
    public Ladder LadderOf(int day) => _ladders[day - 1];

    /// <summary>A day by its number; null where it is closed.</summary>
    public OpenDay? OpenDayOf(int day) => _open.GetValueOrDefault(day);

    /// <summary>An office, made where it was not met before.</summary>
    public Office OfficeOf(ReadOnlySpan<byte> name)
    {
        if (_latest is { } latest && name.SequenceEqual(latest.Name))
        {
            return latest.Office;
        }

        var text = Encoding.UTF8.GetString(name);
        if (!_offices.TryGetValue(text, out var office))
        {
            _offices.Add(text, office = new Office(text));
        }

        _latest = (name.ToArray(), office);
        return office;
    }

    public void Commitment(RecordView record)
    {
        var office = OfficeOf(record.Text(0));
        if (office.Due is null)
        {
            office.Due = record.Hash(1).ToArray();
            office.Anchor = (cursor.BatchHash.ToArray(), cursor.Batch);
        }
    }

    public void Opened(RecordView record)
    {
        var office = OfficeOf(record.Text(0));
        var date = record.Signed(1);
        var (lanes, bounds) = Lanes(record);
        if (office.Due is null || !record.Hash(4).SequenceEqual(office.Due))
        {
            cursor.Broken("S1", Hex(record.Hash(4)), office.Due is null ? "a commitment made before" : Hex(office.Due));
        }

        if (office.Open is { } open)
        {
            cursor.Broken("S2", $"{Day(date)} opened", $"{Day(open.Date)} closed before");
        }

        if (date <= office.LastDate)
        {
            cursor.Broken("S2", Day(date), $"a day after {Day(office.LastDate.Value)}");
        }

        if (office.Anchor is not var (hash, batch) || batch >= cursor.Batch || !record.Hash(5).SequenceEqual(hash))
        {
            cursor.Broken("S3", "anchor " + Hex(record.Hash(5)), office.Anchor is { } anchor && anchor.Batch < cursor.Batch ? Hex(anchor.Hash) : "the hash of an earlier batch");
        }

        var ladder = office.LastLadder?.IsLike(lanes) == true ? office.LastLadder : new Ladder(lanes);
        _ladders.Add(ladder);
        (office.LastLadder, office.LastDate, office.Due) = (ladder, date, record.Hash(8).ToArray());
        Leave(office);
        office.Open = new OpenDay(_ladders.Count, date, ladder, bounds, record.Hash(4).ToArray(), [.. record.Hash(5), .. record.Text(6)]);
        _open.Add(_ladders.Count, office.Open);
    }

    public void Closed(RecordView record)
    {
        var office = OfficeOf(record.Text(0));
        var date = record.Signed(1);
        if (office.Open is { } day && day.Date == date)
        {
            Check(record, office, day);
        }
        else
        {
            cursor.Broken("S2", $"{Day(date)} closed", office.Open is null ? "a day that is open" : Day(office.Open.Date));
        }

        Leave(office);
        office.Anchor = (cursor.BatchHash.ToArray(), cursor.Batch);
        numbering.Close(office);
    }

    private void Leave(Office office)
    {
        if (office.Open is { } day)
        {
            _open.Remove(day.Number);
            office.Open = null;
        }
    }

    // The lanes, the releasing one last, and the bounds of the others.
    private static (byte[][] Lanes, double[] Bounds) Lanes(RecordView record)
    {
        var reader = record.At(2);
        var lanes = new byte[reader.Unsigned() + 1][];
        var bounds = new double[lanes.Length - 1];
        for (var i = 0; i < bounds.Length; i++)
        {
            lanes[i] = reader.Text().ToArray();
            bounds[i] = reader.Number();
        }

        lanes[^1] = record.Text(3).ToArray();
        return (lanes, bounds);
    }

    private void Check(RecordView record, Office office, OpenDay day)
    {
        var seed = record.Fixed(2, 32);
        var commitment = CommitmentTo(seed, office);
        if (commitment.AsSpan().SequenceEqual(day.Commitment))
        {
            CheckDraws(day, HMACSHA256.HashData(seed, day.KeyMaterial));
        }
        else
        {
            cursor.Broken("S4", "a seed with commitment " + Hex(commitment), Hex(day.Commitment));
        }

        var told = Told(record);
        (string, long)[] counted = [.. Enumerable.Range(1, day.Ladder.Count).Select(rank => (day.Ladder.NameOf(rank), day.Totals[rank]))];
        if (record.Unsigned(3) != (ulong)day.Draws.Count || !told.SequenceEqual(counted))
        {
            cursor.Broken("S6", Totals((long)record.Unsigned(3), told), Totals(day.Draws.Count, counted));
        }
    }

    private byte[] CommitmentTo(ReadOnlySpan<byte> seed, Office office)
    {
        var name = Encoding.UTF8.GetBytes(office.Name);
        var bytes = new List<byte>([.. "tamiz seed"u8, .. Ledger]);
        for (var length = name.Length; ; length >>= 7)
        {
            bytes.Add((byte)(length < 0x80 ? length : (length & 0x7F) | 0x80));
            if (length < 0x80)
            {
                break;
            }
        }

        return SHA256.HashData([.. bytes, .. name, .. seed]);
    }

    private void CheckDraws(OpenDay day, byte[] key)
    {
        const int Together = 512;
        var parts = Enumerable.Range(0, (day.Draws.Count + Together - 1) / Together);
        var wrong = parts.AsParallel().AsOrdered().SelectMany(part => DrawKey.Wrong(key, day.Draws.Skip(part * Together).Take(Together))).ToList();
        foreach (var sequence in wrong)
        {
            cursor.BrokenEarlier(sequence, "S5", "another draw", "the HMAC of the identity with the day's key");
        }
    }

    private static (string Lane, long Count)[] Told(RecordView record)
    {
        var reader = record.At(4);
        var told = new (string, long)[reader.Unsigned()];
        for (var i = 0; i < told.Length; i++)
        {
            told[i] = (reader.String(), (long)reader.Unsigned());
        }

        return told;
    }

    private static string Totals(long draws, IEnumerable<(string Lane, long Count)> lanes) =>
        string.Create(CultureInfo.InvariantCulture, $"{draws} draws: {string.Join(", ", lanes.Take(Ladder.MostBounds + 1))}");

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    private static string Day(long date) => date is > -700_000 and < 2_900_000
        ? new DateOnly(1970, 1, 1).AddDays((int)date).ToString("O", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"day {date}");
}
