using System.Globalization;
using Tamiz.Verifier.Batches;
using Tamiz.Verifier.Files;
using Tamiz.Verifier.Rules;

namespace Tamiz.Verifier.Escrow;

/// <summary>The ledger against checkpoints that were kept outside (E1 to E4).</summary>
internal sealed class EscrowRules(string ledgerFolder, string escrowFolder, Discrepancies discrepancies)
{
    private readonly List<(string Path, Checkpoint? Checkpoint)> _files = EscrowFolder.Read(escrowFolder);
    private readonly Dictionary<ulong, CoveredBatch> _passed = [];
    private HashSet<ulong>? _wanted;

    /// <summary>How many checkpoints the ledger agreed with.</summary>
    public int Agreed { get; private set; }

    /// <summary>The youngest of them; null where there is none.</summary>
    public Checkpoint? Youngest { get; private set; }

    /// <summary>Keeps what a checkpoint over this batch must say.</summary>
    /// <param name="cursor">Stands at the batch.</param>
    /// <param name="tree">The tree up to and with it.</param>
    /// <param name="header">Its header.</param>
    /// <param name="key">The key that must have signed it.</param>
    public void Pass(Cursor cursor, LedgerTree tree, BatchHeader header, SigningKey key)
    {
        _wanted ??= [.. _files.Select(file => EscrowFolder.BatchOf(file.Path))];
        if (_wanted.Contains((ulong)cursor.Batch))
        {
            _passed[(ulong)cursor.Batch] = new(cursor.BatchHash.ToArray(), tree.Head(tree.Count), cursor.Records, header.Instant, key);
        }
    }

    /// <summary>Compares, at the end of the ledger.</summary>
    /// <param name="cursor">Stands at its end.</param>
    /// <param name="keys">All keys that it named.</param>
    /// <param name="founding">What its record 0 says; null where that was not read.</param>
    /// <param name="told">The checkpoints that its records tell of.</param>
    public void Compare(Cursor cursor, KeyRing keys, Founding? founding, List<(ulong Batch, ulong Record)> told)
    {
        foreach (var (path, checkpoint) in _files)
        {
            var (name, batch) = (Path.GetFileName(path), EscrowFolder.BatchOf(path));
            var place = new LedgerPlace(Batch: batch, Record: _passed.GetValueOrDefault(batch) is { } covered ? Math.Max(1, covered.Records) - 1 : cursor.Records);
            if (IsOfLedger(place, name, checkpoint, founding) && checkpoint is not null)
            {
                Hold(place, name, checkpoint, keys);
            }
        }

        CompareTold(cursor, told);
        CompareCopies();
    }

    private bool IsOfLedger(LedgerPlace place, string name, Checkpoint? checkpoint, Founding? founding)
    {
        if (checkpoint is null || checkpoint.Batch != place.Batch)
        {
            return Break(place, "E1", checkpoint is null ? $"{name}, which is no checkpoint" : $"{name}, which is another batch's", "a checkpoint as on the page");
        }

        return founding is null || founding.Ledger.AsSpan().SequenceEqual(checkpoint.Ledger)
            || Break(place, "E1", $"{name} of ledger {Hex(checkpoint.Ledger)}", Hex(founding.Ledger));
    }

    // Held against the batch; of one that the ledger lacks, later keys may be unknown.
    private void Hold(LedgerPlace place, string name, Checkpoint checkpoint, KeyRing keys)
    {
        var covered = _passed.GetValueOrDefault(checkpoint.Batch);
        var key = covered?.Key ?? keys.Find(checkpoint.KeyId);
        var right = key is null || checkpoint.IsSignedBy(key) || Break(place, "E1", $"{name} without the signature of the key that was in force", "that signature");
        if (covered is null)
        {
            Break(place, "E2", "the end of the ledger", $"the batch that {name} covers");
            return;
        }

        var sameBatch = covered.Hash.AsSpan().SequenceEqual(checkpoint.Hash) && (covered.Records, covered.Instant) == (checkpoint.Records, checkpoint.Instant);
        if (!sameBatch || !covered.Tree.AsSpan().SequenceEqual(checkpoint.Tree))
        {
            Break(place, "E2", sameBatch ? "another history before this batch" : "another batch", $"what {name} covers");
        }
        else if (right)
        {
            Agreed++;
            Youngest = Youngest is null || checkpoint.Batch > Youngest.Batch ? checkpoint : Youngest;
        }
    }

    // What the ledger tells of must be in the escrow; the youngest may still be on their way.
    private void CompareTold(Cursor cursor, List<(ulong Batch, ulong Record)> told)
    {
        var held = _files.Select(file => EscrowFolder.BatchOf(file.Path)).ToHashSet();
        var youngest = held.Count > 0 ? (ulong?)held.Max() : null;
        foreach (var (batch, record) in told.Where(checkpoint => !held.Contains(checkpoint.Batch)))
        {
            var found = string.Create(CultureInfo.InvariantCulture, $"no checkpoint over batch {batch}");
            if (batch < youngest)
            {
                cursor.BrokenEarlier(record, "E3", found, "each that a record tells of");
            }
            else
            {
                discrepancies.Note(new Discrepancy("E3", new LedgerPlace(Record: record), found, "that checkpoint, later"));
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

    private bool Break(LedgerPlace place, string rule, string found, string expected)
    {
        discrepancies.Add(new Discrepancy(rule, place, found, expected));
        return false;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private sealed record CoveredBatch(byte[] Hash, byte[] Tree, ulong Records, long Instant, SigningKey Key);
}
