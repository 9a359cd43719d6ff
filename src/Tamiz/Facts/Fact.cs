namespace Tamiz.Facts;

/// <summary>A number that can be known about an item when it is assessed. Declared once; everything that reads it derives from here.</summary>
/// <param name="Id">Like importer.id.items; a changed definition gets a new id.</param>
/// <param name="Unit">share, log-odds, items, days, home currency, …</param>
/// <param name="Family">Where it comes from.</param>
/// <param name="AsOf">From when on it may be read.</param>
/// <param name="Filled">How it is filled, in a sentence.</param>
/// <param name="Derived">Whether it follows from other facts, and is worked out again where it is needed (<see cref="FactDerivation"/>); else it is stored.</param>
public sealed record Fact(string Id, string Unit, EvidenceFamily Family, AsOfRule AsOf, string Filled, bool Derived = false);
