using Tamiz.Declarations;
using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>
/// Enters imported history: each declaration with its findings in one group, and findings on declarations that are known, in the order in which
/// history of the home learns them.
/// </summary>
internal sealed class EnteringHistory(LiveHome home, string by, int threads)
{
    private const int BatchSize = 512;
    private const int PartSize = 32_768;
    private readonly Acknowledgements _acknowledgements = new();
    private readonly Queue<DeclarationEntered> _known = [];

    /// <summary>Called with each declaration once it is acknowledged.</summary>
    public Action<Receipt>? Acknowledged { get; init; }

    /// <summary>Findings entered.</summary>
    public long Findings { get; private set; }

    /// <summary>Takes note of a declaration that is known and came again: what it says of findings that is news is entered before the next declaration.</summary>
    public void ComeAgain(DeclarationEntered known) => _known.Enqueue(known);

    /// <summary>Enters declarations in order.</summary>
    public void Run(IEnumerable<Entering> declarations)
    {
        using var steps = Steps(declarations).GetEnumerator();
        while (RunPart(steps))
        {
            home.CheckpointWhenDue();
            home.KeepMeanwhile();
        }
    }

    // Between two parts nothing is under way.
    private bool RunPart(IEnumerator<(LedgerRecord[] Records, ulong Content)> steps)
    {
        var taken = 0;
        var seen = OrderedStage.Ahead(OrderedStage.Batch(Part(), BatchSize), threads);
        foreach (var batch in OrderedStage.Map(seen, Encode, threads))
        {
            home.FlushPersons();
            foreach (var (records, group, content) in batch)
            {
                Findings += records.OfType<FindingEntered>().Count();
                _acknowledgements.Add(home.Log.Append(group), sequence => Acknowledge(records[0], content, sequence));
            }
        }

        _acknowledgements.Wait();
        return taken == PartSize;

        IEnumerable<(LedgerRecord[] Records, ulong Content)> Part()
        {
            for (; taken < PartSize && steps.MoveNext(); taken++)
            {
                yield return steps.Current;
            }
        }
    }

    private void Acknowledge(LedgerRecord first, ulong content, long sequence)
    {
        if (first is DeclarationEntered entered)
        {
            home.State.Note(entered, content, sequence);
            Acknowledged?.Invoke(new Receipt(entered.Identity, entered.Declaration.Identity.Version, sequence, null));
        }
    }

    private IEnumerable<(LedgerRecord[] Records, ulong Content)> Steps(IEnumerable<Entering> declarations)
    {
        foreach (var entering in declarations)
        {
            foreach (var news in News())
            {
                yield return (news, 0);
            }

            yield return See(entering);
        }

        foreach (var news in News())
        {
            yield return (news, 0);
        }
    }

    private IEnumerable<LedgerRecord[]> News()
    {
        while (_known.TryDequeue(out var known))
        {
            var now = home.Now;
            LedgerRecord[] records =
            [
                .. known.Declaration.Items.Where(item => item.Finding is { } finding && home.State.IsNews(known, item.Sequence, finding))
                    .Select(item => FindingOf(now, by, known, item, item.Finding!)),
            ];
            Learn(records, known);
            if (records.Length > 0)
            {
                yield return records;
            }
        }
    }

    /// <summary>The record of a finding.</summary>
    /// <param name="now">The ledger's time.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="entered">The declaration.</param>
    /// <param name="item">Its item.</param>
    /// <param name="finding">What was found.</param>
    private static FindingEntered FindingOf(Instant now, string by, DeclarationEntered entered, Item item, Finding finding) => new(
        now, by, entered.Identity, item.Sequence, finding.NonCompliant, finding.Area, FindingStatus.NotTold, FindingNature.NotTold, finding.KnownAt, finding.Recovered);

    private (LedgerRecord[] Records, ulong Content) See(Entering entering)
    {
        var now = home.Now;
        var entered = entering.Entered with { At = now };
        home.State.Course!.Observe(entered.Declaration, now);
        LedgerRecord[] records = [entered, .. entered.Declaration.Items.Where(item => item.Finding is not null).Select(item => FindingOf(now, by, entered, item, item.Finding!))];
        Learn(records, entered);
        return (records, entering.Content);
    }

    private void Learn(LedgerRecord[] records, DeclarationEntered entered)
    {
        foreach (var finding in records.OfType<FindingEntered>())
        {
            home.State.Find(finding, entered.Declaration);
        }
    }

    private static List<(LedgerRecord[] Records, RecordGroup Group, ulong Content)> Encode(List<(LedgerRecord[] Records, ulong Content)> batch)
    {
        var scratch = new RecordWriter();
        return batch.ConvertAll(one => (one.Records, RecordGroup.Of(scratch, one.Records), one.Content));
    }
}
