using System.Globalization;

namespace Tamiz.Verifier;

/// <summary>Collects what is wrong, in the order that the page says: of each rule the first ten, and how many there are.</summary>
internal sealed class Discrepancies
{
    private const int KeptOfEach = 10;

    // The order of the rules of one record, notes last.
    private const string Letters = "CPDSERN";

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Kept>> _problems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Kept>> _notes = new(StringComparer.Ordinal);
    private long _added;

    /// <summary>How often each rule was broken.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    public IReadOnlyList<Discrepancy> Problems => InOrder(_problems);

    public IReadOnlyList<Discrepancy> Notes => InOrder(_notes);

    /// <summary>Adds a broken rule.</summary>
    public void Add(Discrepancy discrepancy)
    {
        _counts[discrepancy.Rule] = _counts.GetValueOrDefault(discrepancy.Rule) + 1;
        Keep(_problems, discrepancy);
    }

    /// <summary>Adds what is no damage but should be known.</summary>
    public void Note(Discrepancy discrepancy) => Keep(_notes, discrepancy);

    private void Keep(Dictionary<string, List<Kept>> lists, Discrepancy discrepancy)
    {
        if (!lists.TryGetValue(discrepancy.Rule, out var list))
        {
            lists.Add(discrepancy.Rule, list = []);
        }

        discrepancy = discrepancy with { Found = PlainText.Of(discrepancy.Found), Expected = PlainText.Of(discrepancy.Expected) };
        var place = discrepancy.Where;
        list.Add(new Kept((place.Batch ?? ulong.MaxValue, place.Record ?? ulong.MaxValue, RankOf(discrepancy.Rule), _added++), discrepancy));
        if (list.Count >= 2 * KeptOfEach)
        {
            Shorten(list);
        }
    }

    private static int RankOf(string rule) =>
        (Letters.IndexOf(rule[0], StringComparison.Ordinal) * 100) + int.Parse(rule.AsSpan(1), CultureInfo.InvariantCulture);

    private static void Shorten(List<Kept> list)
    {
        list.Sort();
        list.RemoveRange(KeptOfEach, Math.Max(0, list.Count - KeptOfEach));
    }

    private static IReadOnlyList<Discrepancy> InOrder(Dictionary<string, List<Kept>> lists) =>
        [.. lists.Values.SelectMany(list => list.Order().Take(KeptOfEach)).Order().Select(kept => kept.Discrepancy)];

    // By batch, record and rule; what has no place comes last.
    private sealed record Kept((ulong Batch, ulong Record, int Rule, long Added) Order, Discrepancy Discrepancy) : IComparable<Kept>
    {
        public int CompareTo(Kept? other) => other is null ? 1 : Order.CompareTo(other.Order);
    }
}
