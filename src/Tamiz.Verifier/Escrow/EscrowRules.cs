using System.Globalization;
using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Rules;

namespace Tamiz.Verifier.Escrow;

/// <summary>The ledger against checkpoints that were kept outside (E1 to E4).</summary>
internal sealed class EscrowRules(string ledgerFolder, string escrowFolder, Discrepancies discrepancies)
{
    private readonly List<(string Path, Checkpoint? Checkpoint)> _files = EscrowFolder.Read(escrowFolder);
    private readonly Dictionary<ulong, (ulong Records, long Instant)> _passed = [];
    private HashSet<ulong>? _wanted;

    /// <summary>How many checkpoints the ledger agreed with.</summary>
    public int Agreed { get; private set; }

    /// <summary>The youngest of them; null where there is none.</summary>
    public Checkpoint? Youngest { get; private set; }

    /// <summary>Keeps what a checkpoint over this batch must say.</summary>
    /// <param name="batch">Its number.</param>
    /// <param name="records">Records up to and with it.</param>
    /// <param name="instant">Its instant.</param>
    public void Pass(long batch, ulong records, long instant)
    {
        _wanted ??= [.. _files.Where(file => file.Checkpoint is not null).Select(file => file.Checkpoint!.Batch)];
        if (_wanted.Contains((ulong)batch))
        {
            _passed[(ulong)batch] = (records, instant);
        }
    }

    /// <summary>Compares, at the end of the ledger.</summary>
    public void Compare(LedgerTree tree, KeyRing keys, RecordRules records)
    {
        foreach (var (path, checkpoint) in _files)
        {
            var name = Path.GetFileName(path);
            if (checkpoint is null)
            {
                Break(EscrowFolder.BatchOf(path), "E1", $"{name}, which is no checkpoint", "a checkpoint as on the page");
            }
            else if (IsRight(name, checkpoint, tree, keys, records))
            {
                Agreed++;
                Youngest = Youngest is null || checkpoint.Batch > Youngest.Batch ? checkpoint : Youngest;
            }
        }

        CompareTold(records.Checkpoints);
        CompareCopies();
    }

    private bool IsRight(string name, Checkpoint checkpoint, LedgerTree tree, KeyRing keys, RecordRules records)
    {
        var batch = checkpoint.Batch;
        var key = keys.Find(checkpoint.KeyId);
        var right = true;
        if (records.Founding is { } founding && !founding.Ledger.AsSpan().SequenceEqual(checkpoint.Ledger))
        {
            right = Break(batch, "E1", $"{name} of ledger {Convert.ToHexStringLower(checkpoint.Ledger)}", Convert.ToHexStringLower(founding.Ledger));
        }

        if (batch >= (ulong)tree.Count)
        {
            return Break(batch, "E2", string.Create(CultureInfo.InvariantCulture, $"a ledger of {tree.Count} batches"), string.Create(CultureInfo.InvariantCulture, $"batch {batch}, which {name} covers"));
        }

        if (key is null || !keys.WasInForce(key, (long)batch) || !checkpoint.IsSignedBy(key))
        {
            right = Break(batch, "E1", $"{name} without the signature of a key that was in force", "that signature");
        }

        var sameBatch = tree.BatchHash((long)batch).SequenceEqual(checkpoint.Hash) && _passed.GetValueOrDefault(batch) == (checkpoint.Records, checkpoint.Instant);
        if (!sameBatch || !tree.Head((long)batch + 1).AsSpan().SequenceEqual(checkpoint.Tree))
        {
            right = Break(batch, "E2", sameBatch ? "another history before this batch" : "another batch", $"what {name} covers");
        }

        return right;
    }

    // What the ledger tells of must be in the escrow; the youngest may still be on their way.
    private void CompareTold(List<(ulong Batch, ulong Sequence)> told)
    {
        var escrowed = _files.Where(file => file.Checkpoint is not null).Select(file => file.Checkpoint!.Batch).ToHashSet();
        var youngest = escrowed.Count > 0 ? (ulong?)escrowed.Max() : null;
        foreach (var (batch, sequence) in told.Where(checkpoint => !escrowed.Contains(checkpoint.Batch)))
        {
            var found = string.Create(CultureInfo.InvariantCulture, $"no checkpoint over batch {batch}, of which record {sequence} tells");
            if (batch < youngest)
            {
                Break(batch, "E3", found, "that checkpoint in the escrow");
            }
            else
            {
                discrepancies.Note(new Discrepancy("E3", new LedgerPlace(Batch: batch), found, "that checkpoint, later"));
            }
        }
    }

    private void CompareCopies()
    {
        foreach (var (path, _) in _files)
        {
            var name = Path.GetFileName(path);
            var copy = ShortText.Read(Path.Combine(ledgerFolder, "checkpoints", name), 4096);
            if (copy is null || copy != ShortText.Read(path, 4096))
            {
                discrepancies.Note(new Discrepancy("E4", new LedgerPlace(), copy is null ? $"no copy of {name} in the home" : $"another {name} in the home", "a copy"));
            }
        }
    }

    private bool Break(ulong batch, string rule, string found, string expected)
    {
        discrepancies.Add((long)Math.Min(batch, long.MaxValue), new Discrepancy(rule, new LedgerPlace(Batch: batch), found, expected), afterRecords: true);
        return false;
    }
}
