using Tamiz.Reference;

namespace Tamiz.Declarations.Checks;

/// <summary>
/// What can be implausible or inconsistent in a declaration: TZ12xx. None refuses it: the declaration stays as
/// lodged.
/// </summary>
public static class DeclarationChecks
{
    private static readonly Check[] All =
    [
        new ContainerNumberCheck(),
        new ShipNumberCheck(),
        new HsCheck(),
        new TotalsCheck(),
        new NetWithinGrossCheck(),
        new PositiveCheck(),
        new DutyRateCheck(),
        new CountryCheck(),
        new CurrencyCheck(),
        new LodgementCheck(),
    ];

    /// <summary>Every rule that the checks can report, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
        [.. All.SelectMany(check => check.Rules).OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    /// <summary>
    /// Runs every check, in a fixed order. What is missing is not reported. A diagnostic's field is the field's id, with the
    /// item's sequence where there are several items, as item.origin[3].
    /// </summary>
    /// <param name="declaration">The declaration as lodged.</param>
    /// <param name="reference">Tables of codes.</param>
    /// <param name="receivedAt">When the declaration was received; a lodgement after it lies in the future.</param>
    /// <param name="into">Receives what is wrong; untouched where nothing is.</param>
    public static void Run(Declaration declaration, ReferenceData reference, Instant receivedAt, ICollection<Diagnostic> into)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(into);
        var scope = new CheckScope(declaration, reference, receivedAt, into);
        foreach (var check in All)
        {
            check.Run(scope);
        }
    }
}
