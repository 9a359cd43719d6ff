using System.Globalization;
using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Files;

namespace Tamiz.Verifier.Rules;

/// <summary>What holds from one batch to the next: numbers, hashes, keys, time (C1, C3, C4, C8, C9).</summary>
internal sealed class Chain(Cursor cursor, Discrepancies discrepancies, KeyRing keys)
{
    private ulong _number;
    private ulong _sequence;
    private byte[] _previous = new byte[MerkleTree.HashSize];
    private long _instant = long.MinValue;
    private byte[]? _ledger;

    /// <summary>How many records there are up to here, as the sequences say.</summary>
    public ulong Records => _sequence;

    /// <summary>When the latest batch was committed, in milliseconds since 1970.</summary>
    public long Instant => _instant;

    /// <summary>A segment begins.</summary>
    public void Begin(SegmentBegun segment)
    {
        var header = segment.Header;
        Expect(segment, header.HasMagic && header.HasZeros, $"other bytes", $"TAMIZLG1, and zeros at 76");
        Expect(segment, header.Number == segment.Segment, $"segment {header.Number}", $"segment {segment.Segment}");
        Expect(segment, header.FirstBatch == _number, $"first batch {header.FirstBatch}", $"{_number}");
        Expect(segment, header.FirstSequence == _sequence, $"first record {header.FirstSequence}", $"{_sequence}");
        Expect(segment, header.Previous.SequenceEqual(_previous), $"batch before {Hex(header.Previous)}", $"{Hex(_previous)}");
        var ledger = _ledger ??= header.Ledger.ToArray();
        Expect(segment, header.Ledger.SequenceEqual(ledger), $"ledger {Hex(header.Ledger)}", $"{Hex(ledger)}");
    }

    /// <summary>The id in record 0 must be that of the segments.</summary>
    public void Check(Founding founding)
    {
        if (_ledger is not null && !_ledger.AsSpan().SequenceEqual(founding.Ledger))
        {
            discrepancies.Add(0, new Discrepancy("C1", new LedgerPlace(1, 0), "ledger " + Hex(_ledger), Hex(founding.Ledger) + ", as in record 0"));
        }

        _ledger = founding.Ledger;
    }

    /// <summary>A batch follows.</summary>
    /// <returns>Whether none was left out.</returns>
    public bool Follow(StoredBatch batch, BatchInspection inspection)
    {
        var header = batch.Header;
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

        if (header.Instant < _instant)
        {
            Break("C9", $"instant {header.Instant}", $"{_instant} or later");
        }

        (_number, _sequence) = (unchecked(header.Number + 1), header.NextSequence);
        (_previous, _instant) = (inspection.Hash, header.Instant);
        return inTurn;
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
            var place = segment.Place;
            discrepancies.Add(cursor.Batch + 1, new Discrepancy("C1", place, found.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
