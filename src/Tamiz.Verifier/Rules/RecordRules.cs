using System.Globalization;
using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Records;

namespace Tamiz.Verifier.Rules;

/// <summary>The rules about records, one record after the other.</summary>
internal sealed class RecordRules
{
    private readonly Cursor _cursor;
    private readonly LedgerTree _tree;
    private readonly Approvals _approvals;
    private readonly Numbering _numbering;
    private readonly OfficeDays _days;
    private readonly Decisions _decisions;

    public RecordRules(Cursor cursor, LedgerTree tree)
    {
        (_cursor, _tree) = (cursor, tree);
        _approvals = new Approvals(cursor);
        _numbering = new Numbering(cursor);
        _days = new OfficeDays(cursor, _numbering);
        _decisions = new Decisions(cursor, _days, _approvals, _numbering);
    }

    /// <summary>The checkpoints that records tell of: the batch, and the record's place.</summary>
    public List<(ulong Batch, ulong Record)> Checkpoints { get; } = [];

    /// <summary>Applies the rules to a record.</summary>
    public void Apply(BatchInspection batch, in DecodedRecord record)
    {
        var view = batch.View(record);
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
            case RecordType.Ledger:
                _days.Ledger = view.Text(0).ToArray();
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
        Checkpoints.Add((batch, _cursor.Record));
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
