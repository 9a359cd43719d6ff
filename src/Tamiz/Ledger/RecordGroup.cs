namespace Tamiz.Ledger;

/// <summary>
/// Records that belong together (a declaration with its assessment, draw and lane), already encoded and hashed, which any thread may do.
/// A group stands in one batch: all of it is in the ledger, or nothing.
/// </summary>
public sealed class RecordGroup
{
    private readonly byte[] _payload;
    private readonly Hash[] _leaves;

    private RecordGroup(byte[] payload, Hash[] leaves, Instant latest, bool isOfLog)
    {
        (_payload, _leaves, Latest, IsOfLog) = (payload, leaves, latest, isOfLog);
    }

    /// <summary>The records one after the other, each after its length.</summary>
    public ReadOnlySpan<byte> Payload => _payload;

    /// <summary>The records' leaves.</summary>
    public ReadOnlySpan<Hash> Leaves => _leaves;

    /// <summary>How many records.</summary>
    public int Count => _leaves.Length;

    /// <summary>The latest instant of a record.</summary>
    public Instant Latest { get; }

    /// <summary>Whether it founds a ledger or changes its key, which only the log itself does.</summary>
    public bool IsOfLog { get; }

    /// <summary>Encodes records.</summary>
    /// <param name="scratch">Used again from call to call, by one thread at a time; it is cleared.</param>
    /// <param name="records">At least one, in the order in which they happened.</param>
    /// <exception cref="ArgumentException">No record, a million or more, one longer than 16 MiB, all of them longer than 64 MiB, or a value that the format cannot hold.</exception>
    public static RecordGroup Of(RecordWriter scratch, params ReadOnlySpan<LedgerRecord> records)
    {
        // One place in a batch is left for a record of the clock.
        if (records.IsEmpty || records.Length >= LedgerLimits.Records)
        {
            throw new ArgumentException($"a group of {records.Length} records, where 1 to {LedgerLimits.Records - 1} fit a batch", nameof(records));
        }

        // Each record stands after the byte 0 that its leaf is hashed with.
        scratch.Clear();
        Span<int> ends = records.Length <= 64 ? stackalloc int[records.Length] : new int[records.Length];
        var (size, latest, isOfLog) = (0L, Instant.Earliest, false);
        for (var i = 0; i < records.Length; i++)
        {
            var start = scratch.Length;
            scratch.U8(MerkleTree.LeafMark);
            records[i].Write(scratch);
            ends[i] = scratch.Length;
            size += Framed(ends[i] - start - 1);
            latest = records[i].At > latest ? records[i].At : latest;
            isOfLog |= records[i].Type is RecordType.LedgerFounded or RecordType.KeyChanged;
        }

        return size <= LedgerLimits.Payload
            ? new(Frame(scratch.Written, ends, (int)size, out var leaves), leaves, latest, isOfLog)
            : throw new ArgumentException($"a group of {size} bytes, at most {LedgerLimits.Payload}", nameof(records));
    }

    private static byte[] Frame(ReadOnlySpan<byte> marked, ReadOnlySpan<int> ends, int size, out Hash[] leaves)
    {
        var payload = new byte[size];
        leaves = new Hash[ends.Length];
        var (at, start) = (0, 0);
        for (var i = 0; i < ends.Length; i++)
        {
            var record = marked[start..ends[i]];
            leaves[i] = Hash.Of(record);
            for (var length = record.Length - 1; ; length >>= 7)
            {
                payload[at++] = (byte)((length & 0x7F) | (length >= 0x80 ? 0x80 : 0));
                if (length < 0x80)
                {
                    break;
                }
            }

            record[1..].CopyTo(payload.AsSpan(at));
            at += record.Length - 1;
            start = ends[i];
        }

        return payload;
    }

    private static long Framed(int length)
    {
        if (length > LedgerLimits.Record)
        {
            throw new ArgumentException($"a record of {length} bytes, at most {LedgerLimits.Record}", nameof(length));
        }

        var framed = length + 1;
        for (var rest = length >> 7; rest > 0; rest >>= 7)
        {
            framed++;
        }

        return framed;
    }
}
