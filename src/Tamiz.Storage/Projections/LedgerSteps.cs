using Tamiz.Ledger;
using Tamiz.Storage.Ledger;

namespace Tamiz.Storage.Projections;

/// <summary>Reads the ledger for projections. A decision is told with its declaration, since both stand in one batch.</summary>
internal static class LedgerSteps
{
    /// <summary>Records of a transaction, or somewhat more, as batches are not cut.</summary>
    public const int Portion = 20_000;

    /// <summary>The records from one on, decoded on several threads, in order and in portions that end where a batch ends.</summary>
    /// <param name="log">The ledger.</param>
    /// <param name="from">Sequence of the first.</param>
    public static IEnumerable<IReadOnlyList<LedgerStep>> Read(LedgerReader log, long from)
    {
        var portion = new List<LedgerStep>();
        foreach (var batch in OrderedStage.Map(Batches(log.Read(from)), Decode, Environment.ProcessorCount))
        {
            portion.AddRange(batch);
            if (portion.Count >= Portion)
            {
                yield return portion;
                portion = [];
            }
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    /// <summary>Decodes the records of one batch.</summary>
    public static LedgerStep[] Decode(List<LedgerEntry> batch)
    {
        var steps = new LedgerStep[batch.Count];
        var decisions = new Dictionary<string, Decision>(StringComparer.Ordinal);
        for (var i = 0; i < steps.Length; i++)
        {
            var record = batch[i].Read();
            steps[i] = new LedgerStep(batch[i].Sequence, batch[i].Batch, record, Decide(record, batch[i].Sequence, decisions));
        }

        return steps;
    }

    private static IEnumerable<List<LedgerEntry>> Batches(IEnumerable<LedgerEntry> entries)
    {
        var batch = new List<LedgerEntry>();
        foreach (var entry in entries)
        {
            if (batch.Count > 0 && batch[0].Batch != entry.Batch)
            {
                yield return batch;
                batch = [];
            }

            batch.Add(entry);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    // Of each identity the decision that is under way.
    private static Decision? Decide(LedgerRecord record, long sequence, Dictionary<string, Decision> decisions)
    {
        switch (record)
        {
            case DeclarationEntered entered:
                return decisions[entered.Identity] = new Decision(entered.Identity, entered.Declaration.Identity.Version) { IsEntered = true };
            case AssessmentMade made:
                Of(made.Identity, made.DeclarationVersion, decisions).Assessment = made;
                return null;
            case DrawMade drawn when decisions.TryGetValue(drawn.Identity, out var decision):
                decision.Draw = drawn;
                return null;
            case LaneGiven given:
                var decided = Of(given.Identity, given.DeclarationVersion, decisions);
                (decided.Lane, decided.LaneSequence) = (given, sequence);
                return decided.IsEntered ? null : decided;
            default:
                return null;
        }
    }

    private static Decision Of(string identity, int version, Dictionary<string, Decision> decisions) =>
        decisions.TryGetValue(identity, out var found) && found.Version == version ? found : decisions[identity] = new Decision(identity, version);
}
