using System.Collections.Immutable;
using Tamiz.Facts;

namespace Tamiz.Assessment;

/// <summary>
/// A risk indicator: one signal made from facts. Its contribution to the log-odds is its weight times the signal; a signal of 0
/// is neutral, and one that cannot be evaluated (a fact is missing) is not a number.
/// </summary>
/// <param name="Code">Like findings.item.hs6, price.low.item.pricePerKilogram.</param>
/// <param name="Phrase">Code of its words, without the direction.</param>
/// <param name="Family">Family of evidence.</param>
/// <param name="Slot">The fact that makes it neutral when it is missing.</param>
/// <param name="ExpertWeight">Log-odds for each unit of the signal, before anything is learnt.</param>
/// <param name="Signal">The signal, from the facts of an item.</param>
public sealed record Indicator(
    string Code,
    string Phrase,
    EvidenceFamily Family,
    int Slot,
    double ExpertWeight,
    Func<double[], double> Signal)
{
    /// <summary>What its words mention.</summary>
    public required ImmutableArray<Mention> Mentions { get; init; }
}
