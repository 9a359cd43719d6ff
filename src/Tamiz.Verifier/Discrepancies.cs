namespace Tamiz.Verifier;

/// <summary>Collects what is wrong, in the order of the ledger: of each rule the first ten, and how many there are.</summary>
internal sealed class Discrepancies
{
    private const int KeptOfEach = 10;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Kept>> _problems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Kept>> _notes = new(StringComparer.Ordinal);
    private long _added;

    /// <summary>How often each rule was broken.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    public IReadOnlyList<Discrepancy> Problems => InOrder(_problems);

    public IReadOnlyList<Discrepancy> Notes => InOrder(_notes);

    /// <summary>Adds a broken rule.</summary>
    /// <param name="batch">How many batches of the files come before it; what shows only at the end comes last.</param>
    /// <param name="discrepancy">The rule, place, what was found and expected.</param>
    /// <param name="afterRecords">Whether it comes after what is wrong with the batch's records, not before.</param>
    public void Add(long batch, Discrepancy discrepancy, bool afterRecords = false)
    {
        _counts[discrepancy.Rule] = _counts.GetValueOrDefault(discrepancy.Rule) + 1;
        Keep(_problems, (batch, afterRecords), discrepancy);
    }

    /// <summary>Adds what is no damage but should be known.</summary>
    public void Note(Discrepancy discrepancy) => Keep(_notes, (0, false), discrepancy);

    private void Keep(Dictionary<string, List<Kept>> lists, (long Batch, bool AfterRecords) place, Discrepancy discrepancy)
    {
        if (!lists.TryGetValue(discrepancy.Rule, out var list))
        {
            lists.Add(discrepancy.Rule, list = []);
        }

        discrepancy = discrepancy with { Found = PlainText.Of(discrepancy.Found), Expected = PlainText.Of(discrepancy.Expected) };
        var record = discrepancy.Where.Record;
        list.Add(new Kept((place.Batch, place.AfterRecords ? 2 : record is null ? 0 : 1, record ?? 0, _added++), discrepancy));
        if (list.Count >= 2 * KeptOfEach)
        {
            Shorten(list);
        }
    }

    private static void Shorten(List<Kept> list)
    {
        list.Sort();
        list.RemoveRange(KeptOfEach, Math.Max(0, list.Count - KeptOfEach));
    }

    private static IReadOnlyList<Discrepancy> InOrder(Dictionary<string, List<Kept>> lists) =>
        [.. lists.Values.SelectMany(list => list.Order().Take(KeptOfEach)).Order().Select(kept => kept.Discrepancy)];

    // A whole batch comes before its records, and an escrowed checkpoint over it after them.
    private sealed record Kept((long Batch, int Part, ulong Record, long Added) Order, Discrepancy Discrepancy) : IComparable<Kept>
    {
        public int CompareTo(Kept? other) => other is null ? 1 : Order.CompareTo(other.Order);
    }
}
