using Tamiz.Declarations;
using Tamiz.Formats.Rows;

namespace Tamiz.Formats.Mappings;

/// <summary>The fields of a row while it is read. One draft serves all rows: each sets every field that the mapping names.</summary>
internal sealed class RowDraft
{
    public readonly PartyDraft Declarant = new();
    public readonly PartyDraft Importer = new();
    public readonly PartyDraft Exporter = new();
    public readonly PartyDraft Carrier = new();
    public readonly List<Code> Codes = [];
    public readonly List<Code> ItemCodes = [];
    public readonly List<Code> Classifications = [];
    public readonly List<string> Containers = [];
    public string Office = "";
    public int Year;
    public string? Number;
    public int Version = 1;
    public string? Lodged;
    public RawKind LodgedKind;
    public decimal? InvoiceAmount;
    public string? InvoiceCurrency;
    public decimal? Price;
    public string? Currency;
    public decimal? CustomsValue;
    public string? CustomsValueCurrency;
    public decimal? Taxes;
    public string? Regime;
    public string? Procedure;
    public string? CountryOfExport;
    public string? CountryOfDestination;
    public string? TransportMode;
    public string? TransportMeans;
    public string? TransportName;
    public int? Packages;
    public decimal? TotalGrossMass;
    public decimal? TotalNetMass;
    public string? Incoterm;
    public int? ItemCount;
    public int Sequence = 1;
    public string? Hs;
    public string? Description;
    public string? Origin;
    public string? Preference;
    public string? ItemProcedure;
    public decimal? NetMass;
    public decimal? GrossMass;
    public decimal? Quantity;
    public string? Unit;
    public decimal? DutyRate;

    private readonly PartyPool _parties = new();

    /// <summary>Forgets the codes and containers of the row before.</summary>
    public void Begin()
    {
        Codes.Clear();
        ItemCodes.Clear();
        Classifications.Clear();
        Containers.Clear();
    }

    /// <summary>The declaration of one item that the fields make.</summary>
    public Declaration ToDeclaration(Identity identity, Place source, Instant lodgedAt, DateOnly lodgedOn, Finding? finding) => new()
    {
        Identity = identity,
        LodgedAt = lodgedAt,
        LodgedOn = lodgedOn,
        Source = source,
        Regime = Regime,
        Procedure = Procedure,
        Declarant = _parties.Get(Declarant),
        Importer = _parties.Get(Importer),
        Exporter = _parties.Get(Exporter),
        Carrier = _parties.Get(Carrier),
        CountryOfExport = CountryOfExport,
        CountryOfDestination = CountryOfDestination,
        TransportMode = TransportMode,
        TransportMeans = TransportMeans,
        TransportName = TransportName,
        Containers = Containers.Count == 0 ? [] : Containers.ToArray(),
        Packages = Packages,
        TotalGrossMass = Kilograms(TotalGrossMass),
        TotalNetMass = Kilograms(TotalNetMass),
        Invoice = Amount(InvoiceAmount, InvoiceCurrency ?? Currency),
        Incoterm = Incoterm,
        ItemCount = ItemCount,
        Codes = Codes.Count == 0 ? [] : Codes.ToArray(),
        Items = new[] { ToItem(finding) },
    };

    private Item ToItem(Finding? finding) => new()
    {
        Sequence = Sequence,
        Hs = Hs,
        Classifications = Classifications.Count == 0 ? [] : Classifications.ToArray(),
        Description = Description,
        Origin = Origin,
        Preference = Preference,
        Procedure = ItemProcedure,
        NetMass = Kilograms(NetMass),
        GrossMass = Kilograms(GrossMass),
        SupplementaryQuantity = Quantity,
        SupplementaryUnit = Unit,
        Price = Amount(Price, Currency),
        CustomsValue = Amount(CustomsValue, CustomsValueCurrency ?? Currency),
        DutyRatePercent = DutyRate,
        Taxes = Amount(Taxes, CustomsValueCurrency ?? Currency),
        Codes = ItemCodes.Count == 0 ? [] : ItemCodes.ToArray(),
        Finding = finding,
    };

    private static Mass? Kilograms(decimal? value) => value is { } kilograms ? new Mass(kilograms) : null;

    private static Money? Amount(decimal? value, string? currency) => value is { } amount ? new Money(amount, currency ?? "") : null;
}
