namespace Tamiz.Declarations;

/// <summary>A goods item of a declaration (WCO data model: GovernmentAgencyGoodsItem), as lodged.</summary>
public sealed record Item
{
    /// <summary>Sequence within the declaration, from 1.</summary>
    public int Sequence { get; init; } = 1;

    /// <summary>Harmonized System code as lodged, digits only, 2 to 12 of them; null where goods are named otherwise.</summary>
    public string? Hs { get; init; }

    /// <summary>Other classifications: national tariff line, species, CITES …</summary>
    public IReadOnlyList<Code> Classifications { get; init; } = [];

    /// <summary>Goods description as written.</summary>
    public string? Description { get; init; }

    /// <summary>Country of origin as written.</summary>
    public string? Origin { get; init; }

    /// <summary>Preference claimed (duty regime code).</summary>
    public string? Preference { get; init; }

    /// <summary>Procedure requested, and previous procedure, as one code.</summary>
    public string? Procedure { get; init; }

    /// <summary>Net mass.</summary>
    public Mass? NetMass { get; init; }

    /// <summary>Gross mass.</summary>
    public Mass? GrossMass { get; init; }

    /// <summary>Quantity in the supplementary unit.</summary>
    public decimal? SupplementaryQuantity { get; init; }

    /// <summary>Supplementary unit (UN/ECE Recommendation 20 or the administration's own code).</summary>
    public string? SupplementaryUnit { get; init; }

    /// <summary>Item price: the amount invoiced for the item.</summary>
    public Money? Price { get; init; }

    /// <summary>Customs value.</summary>
    public Money? CustomsValue { get; init; }

    /// <summary>Rate of duty applied, in per cent ad valorem.</summary>
    public decimal? DutyRatePercent { get; init; }

    /// <summary>Duties and taxes declared for the item.</summary>
    public Money? Taxes { get; init; }

    /// <summary>Further coded information about the item.</summary>
    public IReadOnlyList<Code> Codes { get; init; } = [];

    /// <summary>What a control found on this item, where the file says so; never an input of the assessment.</summary>
    public Finding? Finding { get; init; }
}
