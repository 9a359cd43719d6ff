using System.Globalization;

namespace Tamiz.Reference;

/// <summary>The tables that declarations are checked against. Bare codes only; docs/reference/data.md says where they come from.</summary>
public sealed class ReferenceData
{
    private static readonly Lazy<ReferenceData> Shipped = new(() => new ReferenceData());
    private readonly Lazy<CodeTable> _places = new(() => new CodeTable(CodeTable.Unpack("places.txt.gz"),
        "UN/LOCODE", DateOnly.MinValue, "geoapify/un-locode @ 2d18b09", "MIT"));
    private readonly Dictionary<string, int> _minorUnits;

    private ReferenceData()
    {
        Nomenclature = new CodeTable(CodeTable.Unpack("hs2022.txt.gz"), "HS 2022", new DateOnly(2022, 1, 1), "datasets/harmonized-system", "PDDL");
        Countries = new CodeTable(CodeTable.Unpack("countries.txt.gz"), "ISO 3166-1 alpha-2", DateOnly.MinValue, "datasets/country-codes", "PDDL");
        var currencies = CodeTable.Unpack("currencies.txt.gz");
        Currencies = new CodeTable(currencies.Select(line => line[..3]), "ISO 4217", DateOnly.MinValue, "datasets/currency-codes", "PDDL");
        _minorUnits = currencies.ToDictionary(line => line[..3], line => int.Parse(line.AsSpan(3, 1), CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>Harmonized System: chapters, headings and subheadings of 2, 4 and 6 digits.</summary>
    public CodeTable Nomenclature { get; }

    /// <summary>Countries.</summary>
    public CodeTable Countries { get; }

    /// <summary>Currencies, withdrawn ones included.</summary>
    public CodeTable Currencies { get; }

    /// <summary>Places of trade and transport; unpacked when first read.</summary>
    public CodeTable Places => _places.Value;

    /// <summary>The tables that come with the library.</summary>
    public static ReferenceData Embedded() => Shipped.Value;

    /// <summary>Digits after the point of a currency's amounts; 2 where the currency is not known.</summary>
    public int MinorUnits(string currency) => _minorUnits.GetValueOrDefault(currency, 2);
}
