using System.Globalization;
using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Records;

namespace Tamiz.Verifier.Rules;

/// <summary>The rules about records, one record after the other.</summary>
internal sealed class RecordRules
{
    private const int IdLength = 16;

    private readonly Cursor _cursor;
    private readonly KeyRing _keys;
    private readonly LedgerTree _tree;
    private readonly Approvals _approvals;
    private readonly Numbering _numbering;
    private readonly OfficeDays _days;
    private readonly Decisions _decisions;

    public RecordRules(Cursor cursor, KeyRing keys, LedgerTree tree)
    {
        (_cursor, _keys, _tree) = (cursor, keys, tree);
        _approvals = new Approvals(cursor);
        _numbering = new Numbering(cursor);
        _days = new OfficeDays(cursor, _numbering);
        _decisions = new Decisions(cursor, _days, _approvals, _numbering);
    }

    /// <summary>What record 0 says; null where it was not read.</summary>
    public Founding? Founding { get; private set; }

    /// <summary>The checkpoints that records tell of: the batch, and the record's sequence.</summary>
    public List<(ulong Batch, ulong Sequence)> Checkpoints { get; } = [];

    /// <summary>Applies the rules to a record.</summary>
    public void Apply(BatchInspection batch, in DecodedRecord record, bool isLast)
    {
        var view = batch.View(record);
        if ((record.Type == RecordType.Ledger) != (_cursor is { Batch: 0, Sequence: 0 }))
        {
            _cursor.Broken("C10", record.Type == RecordType.Ledger ? "a further record 1" : "another type", "a record of type 1 as record 0, and no other");
            return;
        }

        switch (record.Type)
        {
            case RecordType.Declaration:
                _decisions.Declaration(view, record.Identity);
                break;
            case RecordType.Assessment:
                _decisions.Assessment(view, record.Identity);
                break;
            case RecordType.Draw:
                _decisions.Draw(view, record.Identity);
                break;
            case RecordType.Lane:
                _decisions.Lane(view, record.Identity);
                break;
            case RecordType.Amendment:
                _decisions.Amendment(view, record.Identity);
                break;
            case RecordType.Override:
                _decisions.Override(view, record.Identity);
                break;
            case RecordType.Ledger or RecordType.Key:
                Name(view, record.Type, isLast);
                break;
            case RecordType.Commitment or RecordType.DayOpened or RecordType.DayClosed:
                Day(view, record.Type);
                break;
            default:
                Administer(view, record.Type);
                break;
        }
    }

    /// <summary>What shows only at the end of the ledger.</summary>
    public void End()
    {
        _decisions.End();
        _numbering.End();
    }

    private void Day(RecordView record, RecordType type)
    {
        switch (type)
        {
            case RecordType.Commitment:
                _days.Commitment(record);
                break;
            case RecordType.DayOpened:
                _days.Opened(record);
                break;
            default:
                _days.Closed(record);
                break;
        }
    }

    private void Administer(RecordView record, RecordType type)
    {
        switch (type)
        {
            case RecordType.Person:
                _approvals.Person(record);
                break;
            case RecordType.Content:
                _approvals.Content(record);
                break;
            case RecordType.Approval:
                _approvals.Approval(record);
                break;
            case RecordType.Knowledge:
                _approvals.Knowledge(record);
                break;
            case RecordType.Import:
                Import(record);
                break;
            case RecordType.Checkpoint:
                Checkpoint(record);
                break;
            default:
                // The others are facts about which the page has no rule.
                break;
        }
    }

    private void Name(RecordView record, RecordType type, bool isLast)
    {
        var founding = type == RecordType.Ledger;
        var encoded = record.At(founding ? 3 : 0).Bytes();
        var key = SigningKey.Read(encoded);
        if (founding)
        {
            var id = record.Text(0);
            _days.Ledger = id.ToArray();
            Founding = new Founding(_days.Ledger, record.String(1), record.Flag(2));
            if (id.Length != IdLength)
            {
                _cursor.Broken("C10", string.Create(CultureInfo.InvariantCulture, $"an id of {id.Length} bytes"), "16 bytes");
            }
        }

        if (founding && !encoded.SequenceEqual(_keys.InForce.Encoded))
        {
            _cursor.Broken("C8", "another first key", "the key given, " + Convert.ToHexStringLower(_keys.InForce.Id));
        }
        else if (key is null)
        {
            _cursor.Broken("C8", "a key that is not one", "a public key on P-256");
        }
        else if (!founding && !isLast)
        {
            _cursor.Broken("C8", "records after a new key", "the last record of its batch");
        }

        // With another first key than the one given, the rest is still looked at.
        if (key is not null && (!founding || !key.Id.AsSpan().SequenceEqual(_keys.InForce.Id)))
        {
            _keys.Succeed(key, founding ? 0 : _cursor.Batch + 1);
        }
    }

    private void Import(RecordView record)
    {
        UInt128 sum = (UInt128)record.Unsigned(4) + record.Unsigned(5) + record.Unsigned(6);
        if (sum != record.Unsigned(3))
        {
            _cursor.Broken(
                "D1",
                string.Create(CultureInfo.InvariantCulture, $"read {record.Unsigned(3)}"),
                string.Create(CultureInfo.InvariantCulture, $"{sum}: taken {record.Unsigned(4)} + known {record.Unsigned(5)} + refused {record.Unsigned(6)}"));
        }
    }

    private void Checkpoint(RecordView record)
    {
        var batch = record.Unsigned(0);
        Checkpoints.Add((batch, _cursor.Sequence));
        if (batch >= (ulong)_cursor.Batch)
        {
            _cursor.Broken("S7", string.Create(CultureInfo.InvariantCulture, $"a checkpoint over batch {batch}"), "an earlier batch");
        }
        else if (!record.Hash(1).SequenceEqual(_tree.BatchHash((long)batch)) || !record.Hash(2).SequenceEqual(_tree.Head((long)batch + 1)))
        {
            _cursor.Broken("S7", string.Create(CultureInfo.InvariantCulture, $"other hashes of batch {batch} or of its tree"), Convert.ToHexStringLower(_tree.Head((long)batch + 1)));
        }
    }
}
