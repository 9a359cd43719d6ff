namespace Tamiz.Assessment;

/// <summary>What can be wrong with models/weights.yaml: TZ0521 to TZ0529.</summary>
public static class WeightsDiagnostics
{
    /// <summary>A weight of an indicator that there is not.</summary>
    public static readonly DiagnosticRule OtherIndicator = new("TZ0521", Severity.Error, "the weight is of an indicator that does not exist here",
        "indicators of this version under the home's keys of history", "Fit the weights again with tamiz model train.");

    /// <summary>A number is missing.</summary>
    public static readonly DiagnosticRule MissingIndicator = new("TZ0522", Severity.Error, "the weight or base is missing",
        "a base, and a weight for every indicator of this version under the home's keys of history", "Fit the weights again with tamiz model train.");

    /// <summary>The weights are of an area that the register does not have.</summary>
    public static readonly DiagnosticRule OtherArea = new("TZ0523", Severity.Error, "the weights are of a risk area that the register does not have",
        "an area of risks.yaml", "Fit the weights again with tamiz model train, or put the area back into risks.yaml.");

    /// <summary>The mapping has its own keys of history.</summary>
    public static readonly DiagnosticRule OtherKeys = new("TZ0524", Severity.Warning, "the home's weights are not used: the mapping has its own keys of history",
        "a mapping without keys, for which the home's weights were made", "Take the keys out of the mapping, or fit weights with --learn.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } = [OtherIndicator, MissingIndicator, OtherArea, OtherKeys];
}
