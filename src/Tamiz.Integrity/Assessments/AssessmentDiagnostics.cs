namespace Tamiz.Integrity.Assessments;

/// <summary>What can be wrong with a self-assessment: TZ2954 to TZ2969, without those of evidence.</summary>
public static class AssessmentDiagnostics
{
    /// <summary>A question does not say what is seen at a level.</summary>
    public static readonly DiagnosticRule LevelMissing = new("TZ2954", Severity.Error, "the question lacks the words of a level",
        "words for each level from 0 to 4", "Say what is seen at that level.");

    /// <summary>A factor has no question.</summary>
    public static readonly DiagnosticRule FactorWithoutQuestion = new("TZ2956", Severity.Warning, "the factor has no question",
        "a question for each of the ten factors", "Add one, or the factor stands as not assessed.");

    /// <summary>A question that nobody answered.</summary>
    public static readonly DiagnosticRule NotAnswered = new("TZ2958", Severity.Warning, "nobody answered the question",
        "levels of assessors", "Let it be answered; it stands as not assessed.");

    /// <summary>A level agreed without reasoning, which no assessor gave.</summary>
    public static readonly DiagnosticRule AgreedOutside = new("TZ2959", Severity.Error, "the agreed level lies outside of what assessors gave, without a reasoning",
        "a level between the lowest and the highest, or a reasoning", "Say what made the group agree on it.");

    /// <summary>A row of the platform's evidence that is none.</summary>
    public static readonly DiagnosticRule PlatformValue = new("TZ2965", Severity.Error, "the value of the platform's evidence does not fit",
        "a number, or nothing with the cause as source", "Write the file anew with tamiz integrity assess --platform.");

    /// <summary>An indicator that the platform does not know.</summary>
    public static readonly DiagnosticRule UnknownIndicator = new("TZ2966", Severity.Error, "the platform has no such indicator",
        "an indicator of the platform", "Write the file anew with tamiz integrity assess --platform.");

    /// <summary>The name of a round.</summary>
    public static readonly DiagnosticRule RoundName = new("TZ2967", Severity.Error, "the round is not named as its file",
        "YEAR-NUMBER, as the file is called", "Correct the key round, or the file's name.");
}
