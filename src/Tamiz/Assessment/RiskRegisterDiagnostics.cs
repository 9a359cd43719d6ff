namespace Tamiz.Assessment;

/// <summary>What can be wrong with risks.yaml: TZ05xx.</summary>
public static class RiskRegisterDiagnostics
{
    /// <summary>More capacity is reserved than there is.</summary>
    public static readonly DiagnosticRule TooMuchReserved = new("TZ0501", Severity.Error, "the reserved shares add up to more than 100 %",
        "at most 100 % together", "Lower them.");

    /// <summary>Two areas have one id.</summary>
    public static readonly DiagnosticRule DuplicateArea = new("TZ0502", Severity.Error, "the risk area stands twice",
        "an id of its own", "Remove or rename one of them.");

    /// <summary>The register is empty.</summary>
    public static readonly DiagnosticRule NoAreas = new("TZ0503", Severity.Error, "the risk register has no areas",
        "at least one area", "Add the areas that the administration has approved.");

    /// <summary>An impossible or certain prior.</summary>
    public static readonly DiagnosticRule BaseShareOutside = new("TZ0504", Severity.Error, "the base share is not between 0 % and 100 %",
        "more than 0 % and less than 100 %", "State the share of declarations that experts expect to be non-compliant.");

    /// <summary>An area on a scale has no consequence.</summary>
    public static readonly DiagnosticRule NoConsequence = new("TZ0505", Severity.Error, "the area has no consequence",
        "an amount above 0, since measure is scale", "State what one non-compliant declaration weighs, in the home's currency.");

    /// <summary>An area measured by money has a consequence.</summary>
    public static readonly DiagnosticRule UnusedConsequence = new("TZ0506", Severity.Warning, "the consequence is not used",
        "none, since measure is money", "Remove it, or change the measure to scale.");

    /// <summary>An id that cannot be used in reasons and columns.</summary>
    public static readonly DiagnosticRule UnusableArea = new("TZ0507", Severity.Error, "the area's id cannot be used",
        "lower-case letters, digits and hyphens, beginning with a letter", "Choose another id.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
        [TooMuchReserved, DuplicateArea, NoAreas, BaseShareOutside, NoConsequence, UnusedConsequence, UnusableArea];
}
