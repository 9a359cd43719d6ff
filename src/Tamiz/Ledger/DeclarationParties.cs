using Tamiz.Declarations;

namespace Tamiz.Ledger;

/// <summary>The parties of a declaration under their pseudonyms; null where the declaration has none.</summary>
/// <param name="Declarant">Who lodged it.</param>
/// <param name="Importer">Importer.</param>
/// <param name="Exporter">Exporter or seller.</param>
/// <param name="Carrier">Carrier or courier.</param>
public readonly record struct DeclarationParties(PartyRef? Declarant, PartyRef? Importer, PartyRef? Exporter, PartyRef? Carrier)
{
    /// <summary>The parties of a declaration.</summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="refer">Gives the pseudonyms of a party, and keeps what they stand for outside the chain.</param>
    public static DeclarationParties Of(Declaration declaration, Func<Party, PartyRef> refer) => new(
        declaration.Declarant is { } declarant ? refer(declarant) : null,
        declaration.Importer is { } importer ? refer(importer) : null,
        declaration.Exporter is { } exporter ? refer(exporter) : null,
        declaration.Carrier is { } carrier ? refer(carrier) : null);
}
