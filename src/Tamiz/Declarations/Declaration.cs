namespace Tamiz.Declarations;

/// <summary>A goods declaration as lodged (WCO data model: Declaration). Never changed after it was read.</summary>
public sealed record Declaration
{
    /// <summary>Office, year, number, version.</summary>
    public required Identity Identity { get; init; }

    /// <summary>When it was lodged.</summary>
    public required Instant LodgedAt { get; init; }

    /// <summary>The date of <see cref="LodgedAt"/> in the time zone of its office.</summary>
    public required DateOnly LodgedOn { get; init; }

    /// <summary>The file and first line that it was read from.</summary>
    public Place Source { get; init; }

    /// <summary>Customs regime (import, export, transit … in the administration's code).</summary>
    public string? Regime { get; init; }

    /// <summary>Procedure of the whole declaration, where it is not stated by item.</summary>
    public string? Procedure { get; init; }

    /// <summary>Who lodged it.</summary>
    public Party? Declarant { get; init; }

    /// <summary>Importer.</summary>
    public Party? Importer { get; init; }

    /// <summary>Exporter or seller.</summary>
    public Party? Exporter { get; init; }

    /// <summary>Country of export as written.</summary>
    public string? CountryOfExport { get; init; }

    /// <summary>Country of destination as written.</summary>
    public string? CountryOfDestination { get; init; }

    /// <summary>Mode of transport at the border (UN/ECE Recommendation 19 or the administration's code).</summary>
    public string? TransportMode { get; init; }

    /// <summary>Identity of the means of transport at the border: IMO ship number, flight, plate.</summary>
    public string? TransportMeans { get; init; }

    /// <summary>Name of the means of transport at the border.</summary>
    public string? TransportName { get; init; }

    /// <summary>Carrier or courier.</summary>
    public Party? Carrier { get; init; }

    /// <summary>Container numbers as written.</summary>
    public IReadOnlyList<string> Containers { get; init; } = [];

    /// <summary>Number of packages.</summary>
    public int? Packages { get; init; }

    /// <summary>Total gross mass as declared.</summary>
    public Mass? TotalGrossMass { get; init; }

    /// <summary>Total net mass as declared.</summary>
    public Mass? TotalNetMass { get; init; }

    /// <summary>Total amount invoiced.</summary>
    public Money? Invoice { get; init; }

    /// <summary>Terms of delivery (Incoterms code).</summary>
    public string? Incoterm { get; init; }

    /// <summary>Number of items that the declaration says it has.</summary>
    public int? ItemCount { get; init; }

    /// <summary>Further coded information about the declaration.</summary>
    public IReadOnlyList<Code> Codes { get; init; } = [];

    /// <summary>Goods items, at least one.</summary>
    public required IReadOnlyList<Item> Items { get; init; }
}
