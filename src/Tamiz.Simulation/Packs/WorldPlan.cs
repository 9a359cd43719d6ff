namespace Tamiz.Simulation.Packs;

/// <summary>All that a world is made from, read and checked, with the texts that it was read from.</summary>
/// <param name="Pack">The country.</param>
/// <param name="Goods">What is traded.</param>
/// <param name="Schemes">Ways of not complying, in the order of their names.</param>
/// <param name="Texts">The YAML of each part under the name of the file that it is written as.</param>
public sealed record WorldPlan(Pack Pack, GoodsTable Goods, IReadOnlyList<SchemePlan> Schemes, IReadOnlyList<(string Name, string Yaml)> Texts);
