using Tamiz.Declarations;

namespace Tamiz.Assessment;

/// <summary>An item with the facts that were known about it, frozen.</summary>
/// <param name="Declaration">The declaration as lodged.</param>
/// <param name="Item">The item as lodged.</param>
/// <param name="Facts">By the slots of the catalogue; not a number where a fact is not known.</param>
public sealed record GatheredItem(Declaration Declaration, Item Item, double[] Facts);
