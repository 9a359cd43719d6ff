using System.Runtime.InteropServices;
using Tamiz.Flow;
using Tamiz.Selection;

namespace Tamiz.Storage;

/// <summary>An assessment of many declarations in numbers. Several threads may add to it.</summary>
public sealed class AssessmentSummary
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<Basis, long> _bases = [];
    private readonly Dictionary<(string Code, string Subject), long> _gaps = [];
    private readonly Dictionary<string, long> _diagnostics = new(StringComparer.Ordinal);
    private readonly Dictionary<Basis, DecidedDeclaration> _striking = [];

    /// <summary>Declarations decided.</summary>
    public long Declarations { get; private set; }

    /// <summary>Flagged for post-clearance audit.</summary>
    public long Referred { get; private set; }

    /// <summary>Declarations by lane, in order of the names.</summary>
    public IReadOnlyDictionary<string, long> Lanes => Named(_lanes, lane => lane);

    /// <summary>Declarations by why they are in their lane.</summary>
    public IReadOnlyDictionary<string, long> Bases => Named(_bases, basis => basis.ToString());

    /// <summary>Declarations by what their assessment lacked.</summary>
    public IReadOnlyDictionary<string, long> Gaps => Named(_gaps, gap => $"{gap.Code} {gap.Subject}");

    /// <summary>Diagnostics by number.</summary>
    public IReadOnlyDictionary<string, long> Diagnostics => Named(_diagnostics, code => code);

    /// <summary>For each basis of selection, the declaration with the highest expected consequence.</summary>
    public IReadOnlyList<DecidedDeclaration> Striking => [.. _striking.Values.OrderByDescending(declaration => declaration.Decision.Value)];

    /// <summary>Adds decisions.</summary>
    public void Add(IReadOnlyList<DecidedDeclaration> decided)
    {
        lock (_lock)
        {
            for (var i = 0; i < decided.Count; i++)
            {
                Add(decided[i]);
            }
        }
    }

    /// <summary>Counts a diagnostic about a row.</summary>
    public void Add(Diagnostic diagnostic)
    {
        lock (_lock)
        {
            Count(_diagnostics, diagnostic.Code);
        }
    }

    /// <summary>Whether a declaration that was added is held, so that it may still be read.</summary>
    internal bool Holds(DecidedDeclaration declaration)
    {
        lock (_lanes)
        {
            return _striking.TryGetValue(declaration.Decision.Basis, out var held) && ReferenceEquals(held, declaration);
        }
    }

    private void Add(DecidedDeclaration declaration)
    {
        var decision = declaration.Decision;
        Declarations++;
        Referred += decision.Referral ? 1 : 0;
        Count(_lanes, decision.Lane);
        Count(_bases, decision.Basis);
        var gathered = declaration.Assessed.Gathered;
        for (var i = 0; i < gathered.Gaps.Count; i++)
        {
            Count(_gaps, (gathered.Gaps[i].Code, gathered.Gaps[i].Subject));
        }

        for (var i = 0; i < gathered.Diagnostics.Count; i++)
        {
            Count(_diagnostics, gathered.Diagnostics[i].Code);
        }

        if (decision.Basis != Basis.None && (!_striking.TryGetValue(decision.Basis, out var known) || known.Decision.Value < decision.Value))
        {
            _striking[decision.Basis] = declaration;
        }
    }

    private static void Count<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;

    private static SortedDictionary<string, long> Named<TKey>(Dictionary<TKey, long> counts, Func<TKey, string> name)
        where TKey : notnull => new(counts.ToDictionary(pair => name(pair.Key), pair => pair.Value), StringComparer.Ordinal);
}
