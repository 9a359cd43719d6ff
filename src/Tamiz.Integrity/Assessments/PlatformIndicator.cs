using Tamiz.Integrity.Factors;

namespace Tamiz.Integrity.Assessments;

/// <summary>Something that the platform measures, or is meant to measure, by itself.</summary>
/// <param name="Id">As it is written in platform.csv.</param>
/// <param name="Factor">The factor that it tells about.</param>
/// <param name="Unit">share, hours or index (0 to 1).</param>
/// <param name="HigherIsBetter">Whether more of it is better.</param>
public sealed record PlatformIndicator(string Id, Factor Factor, string Unit, bool HigherIsBetter)
{
    /// <summary>All of them, in the order of the factors.</summary>
    public static IReadOnlyList<PlatformIndicator> All { get; } =
    [
        Of("second-person", "leadership", "share", true),
        Of("days-closed", "transparency", "share", true),
        Of("appeals", "transparency", "share", false),
        Of("overturned", "transparency", "share", false),
        Of("automated", "automation", "share", true),
        Of("overrides", "automation", "share", false),
        Of("log-verified", "automation", "share", true),
        Of("release-hours", "modernisation", "hours", false),
        Of("controls-with-result", "audit", "share", true),
        Of("sign-ins-refused", "conduct", "share", false),
        Of("rotation-breaches", "human-resources", "share", false),
        Of("workload-spread", "morale", "index", false),
        Of("complaints-answered", "private-sector", "share", true),
    ];

    /// <summary>The indicator of an id; null where there is none.</summary>
    public static PlatformIndicator? Find(string id) => All.FirstOrDefault(indicator => indicator.Id == id);

    private static PlatformIndicator Of(string id, string factor, string unit, bool higherIsBetter) => new(id, Factor.Find(factor)!, unit, higherIsBetter);
}
