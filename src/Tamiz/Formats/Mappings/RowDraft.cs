using Tamiz.Declarations;

namespace Tamiz.Formats.Mappings;

/// <summary>The fields of a row while it is read.</summary>
internal sealed class RowDraft
{
    public string Office = "";
    public int Year;
    public string? Number;
    public int Version = 1;
    public string? Lodged;
    public Party? Declarant;
    public Party? Importer;
    public Party? Exporter;
    public Party? Carrier;
    public decimal? InvoiceAmount;
    public string? InvoiceCurrency;
    public decimal? Price;
    public string? Currency;
    public decimal? CustomsValue;
    public string? CustomsValueCurrency;
    public decimal? Taxes;
    public List<Code>? Codes;
    public List<Code>? ItemCodes;
    public List<Code>? Classifications;
    public List<string>? Containers;
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

    /// <summary>The declaration of one item that the fields make.</summary>
    public Declaration ToDeclaration(Identity identity, Instant lodgedAt, DateOnly lodgedOn, Finding? finding) => new()
    {
        Identity = identity,
        LodgedAt = lodgedAt,
        LodgedOn = lodgedOn,
        Regime = Regime,
        Procedure = Procedure,
        Declarant = Declarant,
        Importer = Importer,
        Exporter = Exporter,
        Carrier = Carrier,
        CountryOfExport = CountryOfExport,
        CountryOfDestination = CountryOfDestination,
        TransportMode = TransportMode,
        TransportMeans = TransportMeans,
        TransportName = TransportName,
        Containers = Containers ?? (IReadOnlyList<string>)[],
        Packages = Packages,
        TotalGrossMass = Kilograms(TotalGrossMass),
        TotalNetMass = Kilograms(TotalNetMass),
        Invoice = Amount(InvoiceAmount, InvoiceCurrency ?? Currency),
        Incoterm = Incoterm,
        ItemCount = ItemCount,
        Codes = Codes ?? (IReadOnlyList<Code>)[],
        Items = [ToItem(finding)],
    };

    private Item ToItem(Finding? finding) => new()
    {
        Sequence = Sequence,
        Hs = Hs,
        Classifications = Classifications ?? (IReadOnlyList<Code>)[],
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
        Codes = ItemCodes ?? (IReadOnlyList<Code>)[],
        Finding = finding,
    };

    private static Mass? Kilograms(decimal? value) => value is { } kilograms ? new Mass(kilograms) : null;

    private static Money? Amount(decimal? value, string? currency) => value is { } amount ? new Money(amount, currency ?? "") : null;
}
