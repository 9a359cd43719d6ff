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
}
