using Tamiz.Declarations;

namespace Tamiz.History;

/// <summary>A kind of key under which history is kept.</summary>
/// <param name="Id">Its fields joined by +.</param>
/// <param name="First">Its first field; null for the price band, which history itself fills.</param>
/// <param name="Second">Its second field, where it has one.</param>
/// <param name="Parent">Index of the key that its rate is smoothed toward; -1 for the overall rate.</param>
public sealed record KeyDefinition(string Id, Field? First, Field? Second, int Parent)
{
    /// <summary>The id of the field that history fills: where the item's unit price stands (see <see cref="PriceReference.Band"/>).</summary>
    public const string PriceBand = "item.priceBand";

    /// <summary>Whether one of the fields is the price band.</summary>
    public bool UsesPriceBand => Id.Contains(PriceBand, StringComparison.Ordinal);

    /// <summary>Whether it has two fields.</summary>
    public bool IsPair => Id.Contains('+', StringComparison.Ordinal);
}
