using Tamiz.Flow;
using Tamiz.Selection;

namespace Tamiz.Storage;

/// <summary>An assessment of many declarations in numbers. Several threads may add to it.</summary>
public sealed class AssessmentSummary
{
    private readonly SortedDictionary<string, long> _lanes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _bases = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _gaps = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _diagnostics = new(StringComparer.Ordinal);

    /// <summary>Declarations decided.</summary>
    public long Declarations { get; private set; }

    /// <summary>Flagged for post-clearance audit.</summary>
    public long Referred { get; private set; }

    /// <summary>Declarations by lane.</summary>
    public IReadOnlyDictionary<string, long> Lanes => _lanes;

    /// <summary>Declarations by why they are in their lane.</summary>
    public IReadOnlyDictionary<string, long> Bases => _bases;

    /// <summary>Declarations by what their assessment lacked.</summary>
    public IReadOnlyDictionary<string, long> Gaps => _gaps;

    /// <summary>Diagnostics by number.</summary>
    public IReadOnlyDictionary<string, long> Diagnostics => _diagnostics;

    /// <summary>For each basis of selection, the declaration with the highest expected consequence.</summary>
    public IReadOnlyList<DecidedDeclaration> Striking => [.. _striking.Values.OrderByDescending(declaration => declaration.Decision.Value)];

    private readonly Dictionary<Basis, DecidedDeclaration> _striking = [];

    /// <summary>Adds decisions.</summary>
    public void Add(IReadOnlyList<DecidedDeclaration> decided)
    {
        lock (_lanes)
        {
            AddAll(decided);
        }
    }

    /// <summary>Counts a diagnostic about a row.</summary>
    public void Add(Diagnostic diagnostic)
    {
        lock (_lanes)
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

    private void AddAll(IReadOnlyList<DecidedDeclaration> decided)
    {
        foreach (var declaration in decided)
        {
            Declarations++;
            Referred += declaration.Decision.Referral ? 1 : 0;
            Count(_lanes, declaration.Decision.Lane);
            Count(_bases, declaration.Decision.Basis.ToString());
            foreach (var gap in declaration.Assessed.Gathered.Gaps)
            {
                Count(_gaps, $"{gap.Code} {gap.Subject}");
            }

            foreach (var diagnostic in declaration.Assessed.Gathered.Diagnostics)
            {
                Count(_diagnostics, diagnostic.Code);
            }

            if (declaration.Decision.Basis != Basis.None && (!_striking.TryGetValue(declaration.Decision.Basis, out var known) || known!.Decision.Value < declaration.Decision.Value))
            {
                _striking[declaration.Decision.Basis] = declaration;
            }
        }
    }

    private static void Count(SortedDictionary<string, long> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}
