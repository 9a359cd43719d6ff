using Tamiz.Integrity.Assessments;

namespace Tamiz.Integrity.Reports;

/// <summary>How the platform's evidence is said.</summary>
public static class PlatformWords
{
    /// <summary>The value in its unit; "not available" where there is none.</summary>
    public static string ValueOf(PlatformEvidence evidence, Phrasebook words) => evidence.Value is not { } value ? words["platform.notAvailable"]
        : evidence.Indicator.Unit == "share" ? words.Percent(value) : words.Number(value);

    /// <summary>What it was measured on, or why it was not.</summary>
    public static string SourceOf(PlatformEvidence evidence, Phrasebook words) => evidence.Value is null ? words["platform.cause." + evidence.Source] : evidence.Source;
}
