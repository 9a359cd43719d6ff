namespace Tamiz.Selection;

/// <summary>Lanes, capacities and random shares, by office (tamiz.yaml).</summary>
/// <param name="Default">The rule of offices that are not named.</param>
/// <param name="ReleaseLane">The lane without a control.</param>
/// <param name="Offices">Offices with a rule of their own, complete.</param>
public sealed record SelectionPolicy(OfficeRule Default, string ReleaseLane, IReadOnlyDictionary<string, OfficeRule> Offices)
{
    /// <summary>The rule of an office.</summary>
    public OfficeRule Of(string office) => Offices.TryGetValue(office, out var rule) ? rule : Default;
}
