namespace Tamiz.Integrity.Surveys;

/// <summary>What can be wrong with a round of the survey: TZ2907 to TZ2916, TZ2928, TZ2929.</summary>
public static class SurveyDiagnostics
{
    /// <summary>Customs asks about itself.</summary>
    public static readonly DiagnosticRule SelfCollected = new("TZ2907", Severity.Warning, "customs collects answers about itself",
        "an outside body that collects and keeps the answers", "Let a university, a statistics office or an audit office collect; the report says that the results are not credible as they are.");

    /// <summary>The end before the beginning.</summary>
    public static readonly DiagnosticRule DatesTurned = new("TZ2908", Severity.Error, "collection ends before it begins",
        "a later day", "Correct the dates.");

    /// <summary>Groups that are too small.</summary>
    public static readonly DiagnosticRule GroupTooSmall = new("TZ2909", Severity.Error, "groups of so few are not anonymous",
        "5 or more", "Leave the key out for 5, or give a larger number.");

    /// <summary>A category that the questionnaire does not have.</summary>
    public static readonly DiagnosticRule UnknownCategory = new("TZ2910", Severity.Error, "the category is not in the questionnaire",
        "a category of the background question", "Correct it, or give the categories of the round under «categories».");

    /// <summary>Tables that cannot be used together.</summary>
    public static readonly DiagnosticRule MixedTables = new("TZ2911", Severity.Error, "the population mixes joint cells with margins",
        "the same background questions in each cell, or one question in each cell", "Keep the joint cells alone, or the margins alone.");

    /// <summary>Margins with different totals.</summary>
    public static readonly DiagnosticRule TotalsDiffer = new("TZ2912", Severity.Warning, "the margins of the population have different totals",
        "the same total in each", "Correct the numbers; weights follow the shares in each margin.");

    /// <summary>A category without persons.</summary>
    public static readonly DiagnosticRule CategoryWithoutPersons = new("TZ2913", Severity.Warning, "the population says nothing of the category",
        "a cell with its persons, 0 where there are none", "Add the cell.");

    /// <summary>No population.</summary>
    public static readonly DiagnosticRule NoPopulation = new("TZ2914", Severity.Warning, "the round states no population",
        "cells with «persons» under «population»", "Add them: without, every respondent counts as one and there is no response rate.");

    /// <summary>A cell twice.</summary>
    public static readonly DiagnosticRule CellTwice = new("TZ2915", Severity.Error, "the cell of the population stands twice",
        "each cell once", "Take one of them out.");

    /// <summary>A language of collection that the form lacks.</summary>
    public static readonly DiagnosticRule NotTranslated = new("TZ2916", Severity.Warning, "the questionnaire lacks a language in which answers are collected",
        "each text in that language", "Translate it.");

    /// <summary>Figures that may not be published beside earlier ones.</summary>
    public static readonly DiagnosticRule Differencing = new("TZ2928", Severity.Error, "set beside what was published before, the figures would tell of too few persons",
        "figures as they were published, or of at least the smallest group more or fewer respondents", "Keep what was published; publish corrected answers with the next round.");

    /// <summary>A log that cannot be right.</summary>
    public static readonly DiagnosticRule DamagedLog = new("TZ2929", Severity.Error, "the log of releases is damaged",
        "a SHA-256 in 64 hexadecimal digits", "Restore survey/releases.yaml from a backup; without it nothing can be published safely.");
}
