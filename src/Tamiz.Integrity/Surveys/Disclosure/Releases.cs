namespace Tamiz.Integrity.Surveys.Disclosure;

/// <summary>Sets a release beside those before it.</summary>
public static class Releases
{
    /// <summary>What the figures would publish, as entries of the log.</summary>
    public static IReadOnlyList<ReleaseEntry> Entries(SurveyFigures figures) => [];

    /// <summary>
    /// The cells that must be withheld beside an earlier release of the same round and population: one that changed by fewer respondents than
    /// a group may have (or whose figures changed with none), and then all changed cells of its table.
    /// </summary>
    /// <param name="log">What was published.</param>
    /// <param name="figures">What is to be published.</param>
    /// <param name="minimumGroup">The fewest respondents of a group.</param>
    public static IReadOnlyList<ReleaseEntry> Check(ReleaseLog log, SurveyFigures figures, int minimumGroup) => [];
}
