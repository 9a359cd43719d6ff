namespace Tamiz.Reference;

/// <summary>A currency, fund or precious metal of ISO 4217.</summary>
/// <param name="Code">Three upper-case letters.</param>
/// <param name="MinorUnitDigits">Decimal places of its minor unit (2 for cents); null where it has none or is withdrawn.</param>
/// <param name="WithdrawnOn">Last day of the month or year in which ISO 4217 withdrew it; null while it is in use.</param>
public sealed record Currency(string Code, int? MinorUnitDigits, DateOnly? WithdrawnOn)
{
    /// <summary>Whether ISO 4217 has withdrawn it.</summary>
    public bool IsHistoric => WithdrawnOn is not null;
}
