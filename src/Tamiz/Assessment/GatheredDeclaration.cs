using Tamiz.Declarations;

namespace Tamiz.Assessment;

/// <summary>A declaration with all that was known about it at its instant, frozen: what the assessment reads, and nothing else.</summary>
/// <param name="Declaration">As lodged.</param>
/// <param name="Items">Its items with their facts.</param>
/// <param name="Attached">List hits and reports that match.</param>
/// <param name="Gaps">What was lacking.</param>
/// <param name="Diagnostics">What the checks say.</param>
public sealed record GatheredDeclaration(
    Declaration Declaration,
    IReadOnlyList<GatheredItem> Items,
    IReadOnlyList<AttachedEvidence> Attached,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The same with one fact missing, or one attached evidence removed, as if it had not been known.</summary>
    /// <param name="fact">Slot of a fact; ignored where <paramref name="attached"/> is given.</param>
    /// <param name="attached">Code of an attached evidence; null for none.</param>
    public GatheredDeclaration Without(int fact, string? attached = null)
    {
        if (attached is not null)
        {
            return this with { Attached = [.. Attached.Where(evidence => evidence.Code != attached)] };
        }

        return this with { Items = [.. Items.Select(item => item with { Facts = Blank(item.Facts, fact) })] };
    }

    /// <summary>The same with a fact missing on the items where it is what it is on the given one: the items that share a reason.</summary>
    public GatheredDeclaration Without(GatheredItem item, int fact)
    {
        var value = item.Facts[fact];
        return this with { Items = [.. Items.Select(other => other.Facts[fact].Equals(value) ? other with { Facts = Blank(other.Facts, fact) } : other)] };
    }

    private static double[] Blank(double[] facts, int slot)
    {
        var copy = (double[])facts.Clone();
        copy[slot] = double.NaN;
        return copy;
    }
}
