namespace Tamiz.Verifier;

/// <summary>A rule of the page that does not hold at a place, or a note.</summary>
/// <param name="Rule">Number of the rule on the page of the ledger's format, like C7.</param>
/// <param name="Where">The place.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should have stood there.</param>
public sealed record Discrepancy(string Rule, LedgerPlace Where, string Found, string Expected)
{
    /// <summary>In plain English, on one line.</summary>
    public override string ToString() => $"[{Rule}] {Where}: found {Found}; expected {Expected}";
}
