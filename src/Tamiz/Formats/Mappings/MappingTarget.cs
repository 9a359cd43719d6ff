using Tamiz.Declarations;

namespace Tamiz.Formats.Mappings;

/// <summary>A field of the declaration that a column or a constant can fill.</summary>
public sealed class MappingTarget
{
    private static readonly Dictionary<string, MappingTarget> Known = All().ToDictionary(target => target.Id, StringComparer.Ordinal);

    private MappingTarget(string id, TargetKind kind, Action<RowDraft, string?>? setText = null, Action<RowDraft, decimal?>? setNumber = null)
    {
        Id = id;
        Kind = kind;
        SetText = setText;
        SetNumber = setNumber;
    }

    /// <summary>The fields by id; besides them item.class.SCHEME, item.code.SCHEME and declaration.code.SCHEME.</summary>
    public static IReadOnlyCollection<MappingTarget> Standard => Known.Values;

    /// <summary>Like item.origin.</summary>
    public string Id { get; }

    /// <summary>What a value looks like.</summary>
    public TargetKind Kind { get; }

    /// <summary>Whether a value is hardly met again in another declaration, so that keeping it for the next would only take room.</summary>
    internal bool ComesOnce => Id == "declaration.number";

    /// <summary>Sets the field; null where the row has no value.</summary>
    internal Action<RowDraft, string?>? SetText { get; }

    /// <summary>Sets the field; null where the row has no value.</summary>
    internal Action<RowDraft, decimal?>? SetNumber { get; }

    /// <summary>The target of an id; null where there is none.</summary>
    public static MappingTarget? Find(string id) =>
        Known.TryGetValue(id, out var target) ? target
        : Scheme(id, "item.class.") is { } c ? Codes(id, c, d => d.Classifications)
        : Scheme(id, "item.code.") is { } i ? Codes(id, i, d => d.ItemCodes)
        : Scheme(id, "declaration.code.") is { } g ? Codes(id, g, d => d.Codes)
        : null;

    private static string? Scheme(string id, string prefix) =>
        id.StartsWith(prefix, StringComparison.Ordinal) && id.Length > prefix.Length ? id[prefix.Length..] : null;

    private static MappingTarget Text(string id, Action<RowDraft, string?> set, TargetKind kind = TargetKind.Text) => new(id, kind, setText: set);

    private static MappingTarget Number(string id, Action<RowDraft, decimal?> set, TargetKind kind = TargetKind.Number) => new(id, kind, setNumber: set);

    private static MappingTarget Whole(string id, Action<RowDraft, int?> set) => Number(id, (d, v) => set(d, (int?)v), TargetKind.Whole);

    private static IEnumerable<MappingTarget> All() =>
    [
        Text("declaration.office", (d, v) => d.Office = v ?? ""),
        Whole("declaration.year", (d, v) => d.Year = v ?? 0),
        Text("declaration.number", (d, v) => d.Number = v),
        Whole("declaration.version", (d, v) => d.Version = v ?? 1),
        Text("declaration.lodgedAt", (d, v) => d.Lodged = v, TargetKind.Date),
        Text("declaration.regime", (d, v) => d.Regime = v),
        Text("declaration.procedure", (d, v) => d.Procedure = v),
        Text("declaration.countryOfExport", (d, v) => d.CountryOfExport = v),
        Text("declaration.countryOfDestination", (d, v) => d.CountryOfDestination = v),
        Text("declaration.transportMode", (d, v) => d.TransportMode = v),
        Text("declaration.transportMeans", (d, v) => d.TransportMeans = v),
        Text("declaration.transportName", (d, v) => d.TransportName = v),
        Text("declaration.containers", (d, v) => Add(d.Containers, v), TargetKind.List),
        Whole("declaration.packages", (d, v) => d.Packages = v),
        Number("declaration.grossMass", (d, v) => d.TotalGrossMass = v),
        Number("declaration.netMass", (d, v) => d.TotalNetMass = v),
        Number("declaration.invoiceAmount", (d, v) => d.InvoiceAmount = v),
        Text("declaration.invoiceCurrency", (d, v) => d.InvoiceCurrency = v),
        Text("declaration.incoterm", (d, v) => d.Incoterm = v),
        Whole("declaration.itemCount", (d, v) => d.ItemCount = v),
        .. PartyTargets("declarant", d => d.Declarant),
        .. PartyTargets("importer", d => d.Importer),
        .. PartyTargets("exporter", d => d.Exporter),
        .. PartyTargets("carrier", d => d.Carrier),
        Whole("item.sequence", (d, v) => d.Sequence = v ?? 1),
        Text("item.hs", (d, v) => d.Hs = v, TargetKind.Digits),
        Text("item.description", (d, v) => d.Description = v),
        Text("item.origin", (d, v) => d.Origin = v),
        Text("item.preference", (d, v) => d.Preference = v),
        Text("item.procedure", (d, v) => d.ItemProcedure = v),
        Number("item.netMass", (d, v) => d.NetMass = v),
        Number("item.grossMass", (d, v) => d.GrossMass = v),
        Number("item.supplementaryQuantity", (d, v) => d.Quantity = v),
        Text("item.supplementaryUnit", (d, v) => d.Unit = v),
        Number("item.price", (d, v) => d.Price = v),
        Text("item.currency", (d, v) => d.Currency = v),
        Number("item.customsValue", (d, v) => d.CustomsValue = v),
        Text("item.customsValueCurrency", (d, v) => d.CustomsValueCurrency = v),
        Number("item.dutyRate", (d, v) => d.DutyRate = v),
        Number("item.taxes", (d, v) => d.Taxes = v),
    ];

    private static IEnumerable<MappingTarget> PartyTargets(string role, Func<RowDraft, PartyDraft> of) =>
    [
        Text(role + ".id", (d, v) => of(d).Id = v),
        Text(role + ".name", (d, v) => of(d).Name = v),
        Text(role + ".address", (d, v) => of(d).Address = v),
        Text(role + ".country", (d, v) => of(d).Country = v),
    ];

    private static MappingTarget Codes(string id, string scheme, Func<RowDraft, List<Code>> of) =>
        Text(id, (d, v) =>
        {
            if (v is not null)
            {
                of(d).Add(new Code(scheme, v));
            }
        });

    private static void Add(List<string> texts, string? text)
    {
        if (text is not null)
        {
            texts.Add(text);
        }
    }
}
