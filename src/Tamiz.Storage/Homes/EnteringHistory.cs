using Tamiz.Declarations;
using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>Enters imported history: each declaration with its findings in one group; history of the home learns them at once.</summary>
internal sealed class EnteringHistory(LiveHome home, string by, int threads)
{
    private const int BatchSize = 512;
    private readonly Acknowledgements _acknowledgements = new();

    /// <summary>Called with each declaration once it is acknowledged.</summary>
    public Action<Receipt>? Acknowledged { get; init; }

    /// <summary>Findings entered.</summary>
    public long Findings { get; private set; }

    /// <summary>Enters declarations in order.</summary>
    public void Run(IEnumerable<Entering> declarations)
    {
        var seen = OrderedStage.Ahead(OrderedStage.Batch(declarations.Select(See), BatchSize), threads);
        foreach (var batch in OrderedStage.Map(seen, Encode, threads))
        {
            home.FlushPersons();
            foreach (var (records, group, content) in batch)
            {
                var entered = (DeclarationEntered)records[0];
                Findings += records.Length - 1;
                _acknowledgements.Add(home.Log.Append(group), sequence =>
                {
                    home.State.Note(entered, content, sequence);
                    Acknowledged?.Invoke(new Receipt(entered.Identity, entered.Declaration.Identity.Version, sequence, null));
                });
            }
        }

        _acknowledgements.Wait();
    }

    /// <summary>The record of a finding.</summary>
    /// <param name="now">The ledger's time.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="entered">The declaration.</param>
    /// <param name="item">Its item.</param>
    /// <param name="finding">What was found.</param>
    public static FindingEntered FindingOf(Instant now, string by, DeclarationEntered entered, Item item, Finding finding) => new(
        now, by, entered.Identity, item.Sequence, finding.NonCompliant, finding.Area, FindingStatus.NotTold, FindingNature.NotTold, finding.KnownAt, finding.Recovered);

    private (LedgerRecord[] Records, ulong Content) See(Entering entering)
    {
        var now = home.Now;
        var entered = entering.Entered with { At = now };
        home.State.Course!.Observe(entered.Declaration, now);
        LedgerRecord[] records = [entered, .. entered.Declaration.Items.Where(item => item.Finding is not null).Select(item => FindingOf(now, by, entered, item, item.Finding!))];
        foreach (var finding in records.OfType<FindingEntered>())
        {
            home.State.Find(finding, entered.Declaration);
        }

        return (records, entering.Content);
    }

    private static List<(LedgerRecord[] Records, RecordGroup Group, ulong Content)> Encode(List<(LedgerRecord[] Records, ulong Content)> batch)
    {
        var scratch = new RecordWriter();
        return batch.ConvertAll(one => (one.Records, RecordGroup.Of(scratch, one.Records), one.Content));
    }
}
