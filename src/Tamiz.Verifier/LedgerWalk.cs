using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Escrow;
using Tamiz.Verifier.Files;
using Tamiz.Verifier.Proofs;
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
        _chain = new Chain(_cursor, _discrepancies, _keys);
        _rules = new RecordRules(_cursor, _keys, _tree);
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

        if (_uncheckedFrom is null)
        {
            _rules.End();
        }

        _escrow?.Compare(_tree, _keys, _rules);
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
                _discrepancies.Note(Of(torn));
                break;
            case Breakage breakage:
                _discrepancies.Add(_cursor.Batch + 1, Of(breakage));
                _uncheckedFrom ??= _tree.Count;
                break;
        }
    }

    private void Follow(StoredBatch batch, BatchInspection inspection)
    {
        _cursor.Enter(batch, inspection);
        if (!_chain.Follow(batch, inspection))
        {
            _uncheckedFrom ??= _tree.Count;
        }

        Apply(batch, inspection);
        if (!inspection.IsReadable)
        {
            _uncheckedFrom ??= _tree.Count + 1;
        }

        _proof?.Pass(_tree.Count, batch, inspection);
        _tree.Add(inspection.Hash);
        _escrow?.Pass(_tree.Count - 1, _chain.Records, _chain.Instant);
        _request.Progress?.Invoke(_chain.Records);
    }

    private void Apply(StoredBatch batch, BatchInspection inspection)
    {
        var records = inspection.Records;
        for (var i = 0; i < records.Length; i++)
        {
            _cursor.At(i);
            if (records[i].Instant > batch.Header.Instant)
            {
                var culture = System.Globalization.CultureInfo.InvariantCulture;
                _cursor.Broken("C9", string.Create(culture, $"instant {records[i].Instant}"), string.Create(culture, $"{batch.Header.Instant}, its batch's, or earlier"));
            }

            // Where records before are missing, those that follow cannot be held against them; keys still change.
            if (_uncheckedFrom is null || records[i].Type == Records.RecordType.Key)
            {
                _rules.Apply(inspection, records[i], i == records.Length - 1);
            }
        }

        if (inspection.RecordFault is var (record, fault))
        {
            _cursor.At(record);
            _cursor.Broken("C10", fault, "a record as on the page");
        }

        if (_tree.Count == 0 && _rules.Founding is { } founding)
        {
            _chain.Check(founding);
        }
    }

    private VerificationReport Report() => new()
    {
        Ledger = _rules.Founding is { } founding ? Convert.ToHexStringLower(founding.Ledger) : "",
        Administration = PlainText.Of(_rules.Founding?.Administration ?? ""),
        Simulated = _rules.Founding?.Simulated ?? false,
        Batches = _tree.Count,
        Records = _chain.Records,
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

    private static Discrepancy Of(Breakage breakage) => new(breakage.Rule, breakage.Place, breakage.Found, breakage.Expected);
}
