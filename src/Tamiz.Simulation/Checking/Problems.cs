namespace Tamiz.Simulation.Checking;

/// <summary>What was wrong, counted by rule; of each rule the first few places are kept.</summary>
internal sealed class Problems
{
    private const int Kept = 5;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>The first few of each rule, in the order found.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>How often a rule was broken.</summary>
    public long CountOf(DiagnosticRule rule) => _counts.GetValueOrDefault(rule.Code);

    /// <summary>Counts a problem, and keeps it where it is one of the first.</summary>
    public void Add(DiagnosticRule rule, Place where, string found, string? expected = null)
    {
        var count = _counts[rule.Code] = CountOf(rule) + 1;
        if (count <= Kept)
        {
            _diagnostics.Add(rule.At(where, found, expected));
        }
    }

    /// <summary>Whether one of the rules was broken.</summary>
    public bool Any(params ReadOnlySpan<DiagnosticRule> rules)
    {
        foreach (var rule in rules)
        {
            if (CountOf(rule) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
