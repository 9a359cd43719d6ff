namespace Tamiz.Ledger;

/// <summary>A ledger cannot be used, or cannot be used any further.</summary>
/// <param name="diagnostic">What is wrong, where, and what to do.</param>
/// <param name="cause">What the machine said; null where it said nothing.</param>
public sealed class LedgerException(Diagnostic diagnostic, Exception? cause = null) : Exception(diagnostic.ToString(), cause)
{
    /// <summary>What is wrong, where, and what to do.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
