namespace Tamiz.History;

/// <summary>The keys of one item, packed: 0 where a field is missing.</summary>
/// <param name="Keys">By the index of the key's definition.</param>
/// <param name="PerKilogram">Price levels for a kilogram.</param>
/// <param name="PerUnit">Price levels for the supplementary unit.</param>
public readonly record struct ItemKeys(ulong[] Keys, ulong[] PerKilogram, ulong[] PerUnit);
