using Tamiz.Ledger;

namespace Tamiz.Trials;

/// <summary>What the records of a ledger say, and whether each declaration's version was entered, assessed and given a lane once, with one draw.</summary>
public sealed class LedgerFindings
{
    private readonly Dictionary<(string Identity, int Version), long> _entered = [];
    private readonly HashSet<(string Identity, int Version)> _live = [];
    private readonly HashSet<(string Identity, int Version)> _lanes = [];
    private readonly HashSet<string> _draws = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Identity, int Version), Hash> _assessments = [];
    private readonly Dictionary<(string Identity, int Item), FindingEntered> _found = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly RecordWriter _scratch = new();

    /// <summary>Records so far.</summary>
    public long Records { get; private set; }

    /// <summary>Lanes given so far.</summary>
    public long Decisions => _lanes.Count;

    /// <summary>Torn tails that were cut.</summary>
    public long Torn { get; private set; }

    /// <summary>Hashes of the assessments, but for their instants.</summary>
    public IReadOnlyDictionary<(string Identity, int Version), Hash> Assessments => _assessments;

    /// <summary>Sequence of a declaration's record; null where it was not entered.</summary>
    public long? Find((string Identity, int Version) declaration) => _entered.TryGetValue(declaration, out var sequence) ? sequence : null;

    /// <summary>Whether a record names a hash, a seed or a person.</summary>
    public bool Has(string name) => _named.Contains(name);

    /// <summary>Takes the next record; one that was taken already is passed over.</summary>
    /// <exception cref="InvalidOperationException">Something was done twice.</exception>
    public void Add(LedgerEntry entry)
    {
        if (entry.Sequence < Records)
        {
            return;
        }

        Records = entry.Sequence + 1;
        switch (entry.Read())
        {
            case DeclarationEntered entered:
                Once(_entered.TryAdd((entered.Identity, entered.Declaration.Identity.Version), entry.Sequence), "entered", entered.Identity, entry);
                _ = entered.Live && _live.Add((entered.Identity, entered.Declaration.Identity.Version));
                break;
            case AssessmentMade made: Once(_assessments.TryAdd((made.Identity, made.DeclarationVersion), HashOf(made)), "assessed", made.Identity, entry); break;
            case DrawMade drawn: Once(_draws.Add(drawn.Identity), "drawn", drawn.Identity, entry); break;
            case LaneGiven lane: Once(_lanes.Add((lane.Identity, lane.DeclarationVersion)), "given a lane", lane.Identity, entry); break;
            case FindingEntered found: Find(found, entry); break;
            case TailCut: Torn++; break;
            case var other: Name(other); break;
        }
    }

    /// <summary>To be called at the ledger's end.</summary>
    /// <exception cref="InvalidOperationException">A live declaration was left without assessment, draw or lane.</exception>
    public void End()
    {
        if (_live.FirstOrDefault(one => !_assessments.ContainsKey(one) || !_lanes.Contains(one) || !_draws.Contains(one.Identity)) is { Identity: not null } half)
        {
            throw new InvalidOperationException($"{half.Identity} version {half.Version} was entered and not decided");
        }
    }

    private void Find(FindingEntered found, LedgerEntry entry)
    {
        var said = found with { At = default, By = "" };
        Once(_found.GetValueOrDefault((found.Identity, found.Item)) != said, "found the same", found.Identity, entry);
        _found[(found.Identity, found.Item)] = said;
    }

    private void Name(LedgerRecord record) => _named.UnionWith(record switch
    {
        SeedCommitted seed => [seed.Commitment.ToString()],
        DayOpened day => [day.Commitment.ToString(), day.Next.ToString()],
        DayClosed day => [Convert.ToHexStringLower(day.Seed.Span)],
        CheckpointMade made => [made.BatchHash.ToString()],
        KeyChanged key => [Hash.Of(key.Key.Span).ToString()],
        PersonChanged person => [person.Person],
        ContentProposed content => [content.Digest.ToString()],
        ContentApproved content => [content.Digest.ToString()],
        _ => Array.Empty<string>(),
    });

    private Hash HashOf(AssessmentMade made)
    {
        _scratch.Clear();
        (made with { At = default, By = "" }).Write(_scratch);
        return Hash.Of(_scratch.Written);
    }

    private static void Once(bool holds, string what, string identity, LedgerEntry entry)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{identity} was {what} twice, the second time in record {entry.Sequence}");
        }
    }
}
