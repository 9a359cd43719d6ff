namespace Tamiz.Simulation.Packs;

/// <summary>What is traded in a world, and where it comes from.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Goods">Goods by subheading.</param>
/// <param name="Countries">Countries of origin.</param>
/// <param name="Baskets">Weights of the countries, in their order, by name of the basket.</param>
public sealed record GoodsTable(string Name, IReadOnlyList<Good> Goods, IReadOnlyList<OriginCountry> Countries, IReadOnlyDictionary<string, IReadOnlyList<double>> Baskets)
{
    /// <summary>Index of a country; -1 where the table lacks it.</summary>
    public int CountryOf(string code)
    {
        for (var i = 0; i < Countries.Count; i++)
        {
            if (string.Equals(Countries[i].Code, code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
