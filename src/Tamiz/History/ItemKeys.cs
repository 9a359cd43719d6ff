namespace Tamiz.History;

/// <summary>Where an item's keys stand in history, found once.</summary>
public readonly record struct ItemKeys
{
    internal ItemKeys(int[] slots, PriceHistogram?[] perKilogram, PriceHistogram?[] perUnit)
    {
        Slots = slots;
        PerKilogram = perKilogram;
        PerUnit = perUnit;
    }

    /// <summary>By the index of the key's definition; -1 where a field is missing.</summary>
    internal int[] Slots { get; }

    internal PriceHistogram?[] PerKilogram { get; }

    internal PriceHistogram?[] PerUnit { get; }
}
