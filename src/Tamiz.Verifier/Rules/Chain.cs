using System.Globalization;
using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Files;
using Tamiz.Verifier.Records;

namespace Tamiz.Verifier.Rules;

/// <summary>What holds from one batch to the next: numbers, hashes, keys, time (C1 to C9).</summary>
internal sealed class Chain(Cursor cursor, KeyRing keys)
{
    private ulong _number;
    private ulong _sequence;
    private byte[] _previous = new byte[MerkleTree.HashSize];
    private byte[]? _ledger;
    private bool _lost;

    /// <summary>What record 0 says; null where it was not read.</summary>
    public Founding? Founding { get; private set; }

    /// <summary>When the latest batch was committed, in milliseconds since 1970.</summary>
    public long Instant { get; private set; } = long.MinValue;

    /// <summary>A segment begins.</summary>
    public void Begin(SegmentBegun segment)
    {
        var header = segment.Header;
        if (_lost)
        {
            (_number, _sequence, _previous, _lost) = (header.FirstBatch, header.FirstSequence, header.Previous.ToArray(), false);
        }

        Expect(segment, header.HasMagic && header.HasZeros, $"other bytes", $"TAMIZLG1, and zeros at 76");
        Expect(segment, header.Number == segment.Segment, $"segment {header.Number}", $"segment {segment.Segment}");
        Expect(segment, header.FirstBatch == _number, $"first batch {header.FirstBatch}", $"{_number}");
        Expect(segment, header.FirstSequence == _sequence, $"first record {header.FirstSequence}", $"{_sequence}");
        Expect(segment, header.Previous.SequenceEqual(_previous), $"batch before {Hex(header.Previous)}", $"{Hex(_previous)}");
        var ledger = _ledger ??= header.Ledger.ToArray();
        Expect(segment, header.Ledger.SequenceEqual(ledger), $"ledger {Hex(header.Ledger)}", $"{Hex(ledger)}");
    }

    /// <summary>Something is missing here: the next header says where the ledger goes on.</summary>
    public void Lose() => _lost = true;

    /// <summary>A batch follows.</summary>
    /// <returns>Whether none was left out.</returns>
    public bool Follow(StoredBatch batch, BatchInspection inspection)
    {
        var header = batch.Header;
        if (_lost)
        {
            (_number, _sequence, _previous, _lost) = (header.Number, header.FirstSequence, header.Previous.ToArray(), false);
        }

        var inTurn = header.Number == _number && header.FirstSequence == _sequence;
        Say(inspection, "C2");
        if (!inTurn)
        {
            Break("C3", $"batch {header.Number} from record {header.FirstSequence}", $"batch {_number} from record {_sequence}");
        }

        if (!header.Previous.SequenceEqual(_previous))
        {
            Break("C4", $"batch before {Hex(header.Previous)}", $"{Hex(_previous)}");
        }

        Say(inspection, "C5", "C6", "C7");
        if (!header.KeyId.SequenceEqual(keys.InForce.Id))
        {
            Break("C8", $"key {Hex(header.KeyId)}", $"{Hex(keys.InForce.Id)}, which is in force");
        }
        else if (!(inspection.IsSigned ?? keys.InForce.Signed(inspection.Hash, header.Signature)))
        {
            Break("C8", $"a wrong signature", $"one of key {Hex(header.KeyId)}");
        }

        if (header.Instant < Instant)
        {
            Break("C9", $"instant {header.Instant}", $"{Instant} or later");
        }

        (_number, _sequence) = (unchecked(header.Number + 1), header.NextSequence);
        (_previous, Instant) = (inspection.Hash, header.Instant);
        return inTurn;
    }

    /// <summary>Record 0: the segments bear its id, and its key is the one given.</summary>
    public void Found(RecordView record)
    {
        Founding = new Founding(record.Text(0).ToArray(), record.String(1), record.Flag(2));
        if (_ledger is not null && !_ledger.AsSpan().SequenceEqual(Founding.Ledger))
        {
            cursor.Broken("C1", "ledger " + Hex(_ledger), Hex(Founding.Ledger) + ", as in record 0");
        }

        _ledger = Founding.Ledger;
        if (!record.Text(3).SequenceEqual(keys.InForce.Encoded))
        {
            cursor.Broken("C8", "another first key", "the key given, " + Hex(keys.InForce.Id));
        }
    }

    /// <summary>The next batch is signed by another key.</summary>
    public void ChangeKey(RecordView record, bool isLast)
    {
        if (!isLast)
        {
            cursor.Broken("C8", "records after a new key", "the last record of its batch");
        }

        if (SigningKey.Read(record.Text(0)) is { } key)
        {
            keys.Succeed(key);
        }
    }

    private void Say(BatchInspection inspection, params ReadOnlySpan<string> rules)
    {
        foreach (var (rule, found, expected) in inspection.Faults)
        {
            if (rules.Contains(rule))
            {
                cursor.BrokenBatch(rule, found, expected);
            }
        }
    }

    private void Break(string rule, FormattableString found, FormattableString expected) =>
        cursor.BrokenBatch(rule, found.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture));

    private void Expect(SegmentBegun segment, bool holds, FormattableString found, FormattableString expected)
    {
        if (!holds)
        {
            cursor.BrokenNext(segment, "C1", found.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
