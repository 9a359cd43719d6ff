namespace Tamiz.Integrity.Programmes;

/// <summary>Whether a figure is shown.</summary>
public enum Disclosure
{
    /// <summary>It is.</summary>
    Shown,

    /// <summary>No administration has a value.</summary>
    NoData,

    /// <summary>Fewer than <see cref="Disclosures.Fewest"/> administrations stand behind it.</summary>
    TooFew,

    /// <summary>With it and the total, one could work out a figure of too few.</summary>
    Complementary,
}

/// <summary>Which figures by region are shown beside their total.</summary>
public static class Disclosures
{
    /// <summary>The fewest administrations behind a figure.</summary>
    public const int Fewest = 3;

    /// <summary>Decides for each region: what is not shown must together be of none or of at least <see cref="Fewest"/> administrations.</summary>
    /// <param name="counts">Administrations with a value, by region.</param>
    public static IReadOnlyList<Disclosure> Of(IReadOnlyList<int> counts)
    {
        var decided = counts.Select(OfTotal).ToArray();
        while (Hidden() is > 0 and < Fewest && Array.IndexOf(decided, Disclosure.Shown) >= 0)
        {
            var smallest = Enumerable.Range(0, counts.Count).Where(index => decided[index] == Disclosure.Shown).MinBy(index => counts[index]);
            decided[smallest] = Disclosure.Complementary;
        }

        return decided;

        int Hidden() => counts.Where((_, index) => decided[index] != Disclosure.Shown).Sum();
    }

    /// <summary>Decides for a figure that stands alone.</summary>
    public static Disclosure OfTotal(int count) => count switch { 0 => Disclosure.NoData, < Fewest => Disclosure.TooFew, _ => Disclosure.Shown };
}
