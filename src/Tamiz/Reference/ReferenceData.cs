namespace Tamiz.Reference;

/// <summary>The tables of codes that a decision may look up. Immutable: a new edition is a new object.</summary>
/// <param name="nomenclature">Edition of the Harmonized System.</param>
/// <param name="countries">Countries.</param>
/// <param name="currencies">Currencies.</param>
/// <param name="units">Units of measure.</param>
/// <param name="places">Makes the places, once, when somebody first asks for them.</param>
public sealed class ReferenceData(
    Nomenclature nomenclature, Countries countries, Currencies currencies, Units units, Func<Places> places)
{
    private static readonly Lazy<ReferenceData> Shipped = new(ReadShipped);

    private readonly Lazy<Places> _places = new(places);

    /// <summary>Edition of the Harmonized System.</summary>
    public Nomenclature Nomenclature { get; } = nomenclature;

    /// <summary>Countries of ISO 3166-1.</summary>
    public Countries Countries { get; } = countries;

    /// <summary>Currencies of ISO 4217.</summary>
    public Currencies Currencies { get; } = currencies;

    /// <summary>Units of UN/ECE Recommendation 20.</summary>
    public Units Units { get; } = units;

    /// <summary>Places of UN/LOCODE; the first reading loads them (about half a megabyte).</summary>
    public Places Places => _places.Value;

    /// <summary>The snapshots in a fixed order: hs, countries, currencies, units, places. Loads the places.</summary>
    public IReadOnlyList<Snapshot> Snapshots =>
        [Nomenclature.Snapshot, Countries.Snapshot, Currencies.Snapshot, Units.Snapshot, Places.Snapshot];

    /// <summary>The tables that the library carries; always the same object.</summary>
    public static ReferenceData Embedded() => Shipped.Value;

    /// <summary>Decimal places of a currency's amounts; 2 where ISO 4217 does not say, or the currency is not known.</summary>
    public int MinorUnits(string currency) => Currencies.Find(currency)?.MinorUnitDigits ?? 2;

    private static ReferenceData ReadShipped() => new(
        Nomenclature.Read(Table.Embedded("hs.gz")),
        Countries.Read(Table.Embedded("countries.gz")),
        Currencies.Read(Table.Embedded("currencies.gz")),
        Units.Read(Table.Embedded("units.txt")),
        () => Places.Read(Table.Embedded("places.gz")));
}
