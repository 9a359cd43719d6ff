using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Escrow;
using Tamiz.Verifier.Files;
using Tamiz.Verifier.Proofs;
using Tamiz.Verifier.Records;
using Tamiz.Verifier.Rules;

namespace Tamiz.Verifier;

/// <summary>One pass over a ledger: batches are inspected on all cores, and then follow each other in order.</summary>
internal sealed class LedgerWalk
{
    private const int MostAhead = 64;
    private const long MostBytesAhead = 16L << 20;

    // What the decoding of a record needs beside the payload itself.
    private const int BytesOfRecord = 128;

    private readonly VerificationRequest _request;
    private readonly Discrepancies _discrepancies = new();
    private readonly LedgerTree _tree = new();
    private readonly IdentityHash _identities = new();
    private readonly KeyRing _keys;
    private readonly Cursor _cursor;
    private readonly Chain _chain;
    private readonly RecordRules _rules;
    private readonly EscrowRules? _escrow;
    private readonly ProofMaking? _proof;
    private readonly Queue<(LedgerPart Part, Task<BatchInspection>? Inspection, long Bytes)> _ahead = new();
    private long _bytesAhead;
    private long? _uncheckedFrom;

    public LedgerWalk(VerificationRequest request, SigningKey key)
    {
        _request = request;
        _keys = new KeyRing(key);
        _cursor = new Cursor(_discrepancies);
        _chain = new Chain(_cursor, _keys);
        _rules = new RecordRules(_cursor, _tree);
        _escrow = request.Escrow is { } folder ? new EscrowRules(request.Ledger, folder, _discrepancies) : null;
        _proof = request.Record is { } record ? new ProofMaking(record) : null;
    }

    public VerificationReport Run()
    {
        foreach (var part in LedgerFolder.Read(_request.Ledger))
        {
            Begin(part);
            while (_ahead.Count > MostAhead || (_bytesAhead > MostBytesAhead && _ahead.Count > 1))
            {
                Follow();
            }
        }

        while (_ahead.Count > 0)
        {
            Follow();
        }

        if (_tree.Count == 0)
        {
            _discrepancies.Add(new Discrepancy("C1", new LedgerPlace(Batch: 0, Record: 0), "no batch", "batch 0, with record 0"));
        }
        else if (_uncheckedFrom is null)
        {
            _rules.End();
        }

        _escrow?.Compare(_cursor, _keys, _chain.Founding, _rules.Checkpoints);
        if (_request is { ProofToCheck: { } proof, Checkpoint: { } checkpoint })
        {
            ProofChecking.Problems(proof, checkpoint, id => _keys.Find(id)).ToList().ForEach(_discrepancies.Add);
        }

        return Report();
    }

    private void Begin(LedgerPart part)
    {
        if (part is not StoredBatch batch)
        {
            _ahead.Enqueue((part, null, 0));
            return;
        }

        var bytes = batch.Payload.Length + Math.Min(batch.Header.InflatedLength, SegmentReader.LongestPayload)
            + ((long)Math.Min(batch.Header.Count, BatchInspection.MostRecords) * BytesOfRecord);
        _ahead.Enqueue((part, Task.Run(() => BatchInspection.Of(batch, _keys, _identities)), bytes));
        _bytesAhead += bytes;
    }

    private void Follow()
    {
        var (part, inspection, bytes) = _ahead.Dequeue();
        _bytesAhead -= bytes;
        switch (part)
        {
            case SegmentBegun segment:
                _chain.Begin(segment);
                break;
            case StoredBatch batch when inspection is not null:
                Follow(batch, inspection.GetAwaiter().GetResult());
                break;
            case Breakage { Harmless: true } torn:
                _discrepancies.Note(new Discrepancy(torn.Rule, torn.Place, torn.Found, torn.Expected));
                break;
            case Breakage breakage:
                Break(breakage);
                break;
        }
    }

    private void Break(Breakage breakage)
    {
        _cursor.BrokenNext(breakage, breakage.Rule, breakage.Found, breakage.Expected);
        if (breakage.IsGap)
        {
            Uncheck((long)(_cursor.Next.Batch ?? 0));
            _cursor.Skip();
            _chain.Lose();
        }
    }

    private void Follow(StoredBatch batch, BatchInspection inspection)
    {
        var key = _keys.InForce;
        _cursor.Enter(batch, inspection);
        if (!_chain.Follow(batch, inspection) || !inspection.IsReadable)
        {
            Uncheck(_cursor.Batch);
        }

        if (inspection.IsReadable)
        {
            Apply(batch, inspection);
        }

        _proof?.Pass(_tree.Count, batch, inspection);
        _tree.Add(inspection.Hash);
        _escrow?.Pass(_cursor, _tree, batch.Header, key);
        _request.Progress?.Invoke(_cursor.Records);
    }

    private void Apply(StoredBatch batch, BatchInspection inspection)
    {
        var records = inspection.Records;
        for (var i = 0; i < records.Length; i++)
        {
            _cursor.At(i);
            if (records[i].Instant > batch.Header.Instant)
            {
                _cursor.Broken("C9", Say($"instant {records[i].Instant}"), Say($"{batch.Header.Instant}, its batch's, or earlier"));
            }

            if (StandsInPlace(inspection, records[i], isLast: i + 1 == batch.Header.Count) && _uncheckedFrom is null)
            {
                _rules.Apply(inspection, records[i]);
            }
        }

        if (inspection.RecordFault is var (record, fault))
        {
            _cursor.At(record);
            _cursor.Broken("C10", fault, "a record as on the page");
            Uncheck(_cursor.Batch);
        }
    }

    // What the chain itself takes from records.
    private bool StandsInPlace(BatchInspection inspection, in DecodedRecord record, bool isLast)
    {
        var founds = record.Type == RecordType.Ledger;
        if (founds != _cursor is { Batch: 0, Record: 0 })
        {
            _cursor.Broken("C10", founds ? "a further record 1" : "another type", "a record of type 1 as record 0, and no other");
            Uncheck(_cursor.Batch);
            return false;
        }

        if (founds)
        {
            _chain.Found(inspection.View(record));
        }
        else if (record.Type == RecordType.Key)
        {
            _chain.ChangeKey(inspection.View(record), isLast);
        }

        return true;
    }

    // Where records before are missing, those that follow cannot be held against them.
    private void Uncheck(long batch) => _uncheckedFrom ??= batch;

    private static string Say(FormattableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private VerificationReport Report() => new()
    {
        Ledger = _chain.Founding is { } founding ? Convert.ToHexStringLower(founding.Ledger) : "",
        Administration = PlainText.Of(_chain.Founding?.Administration ?? ""),
        Simulated = _chain.Founding?.Simulated ?? false,
        Batches = _tree.Count,
        Records = _cursor.Records,
        Instant = _tree.Count > 0 ? _chain.Instant : null,
        Problems = _discrepancies.Problems,
        Notes = _discrepancies.Notes,
        Broken = _discrepancies.Counts,
        UncheckedFrom = _uncheckedFrom,
        Escrowed = _escrow?.Agreed,
        CoveredTo = _escrow?.Youngest?.Batch,
        Proof = _proof?.Finish(_tree, CheckpointOfProof()),
    };

    private Checkpoint? CheckpointOfProof() =>
        _request.Checkpoint is { } path ? Checkpoint.ReadFile(path)
        : _escrow?.Youngest ?? EscrowFolder.Read(Path.Combine(_request.Ledger, "checkpoints")).Select(file => file.Checkpoint).OfType<Checkpoint>().MaxBy(checkpoint => checkpoint.Batch);
}
