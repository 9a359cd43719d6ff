namespace Tamiz.History;

/// <summary>What history knows about an item. <see cref="HistoryStore.Visit"/> fills the same one again and again.</summary>
public sealed class ItemHistory
{
    private readonly KeyReading[] _keys;

    internal ItemHistory(int keys) => _keys = new KeyReading[keys];

    /// <summary>What is known under its keys, by the index of the definition.</summary>
    public ReadOnlySpan<KeyReading> Keys => _keys;

    /// <summary>Where its price for a kilogram stands; null where too few are known or the price is not positive.</summary>
    public PriceReference? PricePerKilogram { get; internal set; }

    /// <summary>Where its price for a supplementary unit stands; null where too few are known or the price is not positive.</summary>
    public PriceReference? PricePerUnit { get; internal set; }

    /// <summary>The closer of both: by mass where there is one.</summary>
    public PriceReference? Price => PricePerKilogram ?? PricePerUnit;

    internal ref KeyReading Key(int index) => ref _keys[index];
}
