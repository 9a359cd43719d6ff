namespace Tamiz.Declarations;

/// <summary>A coded or textual field of a declaration or of an item, which keys, conditions and reasons name by its id.</summary>
/// <param name="Id">Like item.origin, importer.id, declaration.office.</param>
/// <param name="PerItem">Whether items of one declaration can differ in it.</param>
/// <param name="Read">The value as lodged; null where it is missing.</param>
public sealed record Field(string Id, bool PerItem, Func<Declaration, Item, string?> Read)
{
    private static readonly Dictionary<string, Field> Known = All().ToDictionary(field => field.Id, StringComparer.Ordinal);

    /// <summary>The fields that every declaration can have, by id.</summary>
    public static IReadOnlyCollection<Field> Standard => Known.Values;

    /// <summary>
    /// The field of an id: a standard one, or item.class.SCHEME, item.code.SCHEME, declaration.code.SCHEME; null where there is none.
    /// </summary>
    public static Field? Find(string id)
    {
        if (Known.TryGetValue(id, out var field))
        {
            return field;
        }

        return Scheme(id, "item.class.") is { } classification ? new Field(id, true, (_, item) => Value(item.Classifications, classification))
            : Scheme(id, "item.code.") is { } code ? new Field(id, true, (_, item) => Value(item.Codes, code))
            : Scheme(id, "declaration.code.") is { } general ? new Field(id, false, (declaration, _) => Value(declaration.Codes, general))
            : null;
    }

    private static string? Scheme(string id, string prefix) =>
        id.StartsWith(prefix, StringComparison.Ordinal) && id.Length > prefix.Length ? id[prefix.Length..] : null;

    private static string? Value(IReadOnlyList<Code> codes, string scheme)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (string.Equals(codes[i].Scheme, scheme, StringComparison.Ordinal))
            {
                return codes[i].Value;
            }
        }

        return null;
    }

    private static string? Leading(string? hs, int digits) => hs is null || hs.Length < digits ? null : hs.Length == digits ? hs : hs[..digits];

    private static IEnumerable<Field> All() =>
    [
        new("declaration.office", false, (d, _) => d.Identity.Office.Length == 0 ? null : d.Identity.Office),
        new("declaration.regime", false, (d, _) => d.Regime),
        new("declaration.procedure", false, (d, _) => d.Procedure),
        new("declaration.countryOfExport", false, (d, _) => d.CountryOfExport),
        new("declaration.countryOfDestination", false, (d, _) => d.CountryOfDestination),
        new("declaration.transportMode", false, (d, _) => d.TransportMode),
        new("declaration.transportMeans", false, (d, _) => d.TransportMeans),
        new("declaration.transportName", false, (d, _) => d.TransportName),
        new("declaration.incoterm", false, (d, _) => d.Incoterm),
        new("declarant.id", false, (d, _) => d.Declarant?.Id),
        new("declarant.name", false, (d, _) => d.Declarant?.Name),
        new("importer.id", false, (d, _) => d.Importer?.Id),
        new("importer.name", false, (d, _) => d.Importer?.Name),
        new("importer.address", false, (d, _) => d.Importer?.Address),
        new("importer.country", false, (d, _) => d.Importer?.Country),
        new("exporter.id", false, (d, _) => d.Exporter?.Id),
        new("exporter.name", false, (d, _) => d.Exporter?.Name),
        new("exporter.address", false, (d, _) => d.Exporter?.Address),
        new("exporter.country", false, (d, _) => d.Exporter?.Country),
        new("carrier.id", false, (d, _) => d.Carrier?.Id),
        new("carrier.name", false, (d, _) => d.Carrier?.Name),
        new("container.number", false, (d, _) => d.Containers.Count == 0 ? null : d.Containers[0]),
        new("item.hs", true, (_, i) => i.Hs),
        new("item.hs2", true, (_, i) => Leading(i.Hs, 2)),
        new("item.hs4", true, (_, i) => Leading(i.Hs, 4)),
        new("item.hs6", true, (_, i) => Leading(i.Hs, 6)),
        new("item.origin", true, (_, i) => i.Origin),
        new("item.preference", true, (_, i) => i.Preference),
        new("item.procedure", true, (d, i) => i.Procedure ?? d.Procedure),
        new("item.description", true, (_, i) => i.Description),
        new("item.supplementaryUnit", true, (_, i) => i.SupplementaryUnit),
    ];
}
