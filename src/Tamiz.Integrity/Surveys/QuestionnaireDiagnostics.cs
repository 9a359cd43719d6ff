namespace Tamiz.Integrity.Surveys;

/// <summary>What can be wrong with a questionnaire: TZ2900 to TZ2906.</summary>
public static class QuestionnaireDiagnostics
{
    /// <summary>A form without statements, or with too many.</summary>
    public static readonly DiagnosticRule Statements = new("TZ2900", Severity.Error, "the form has no statements, or more than anybody answers",
        "1 to 100 statements, best 20 to 30", "Add statements, or shorten the form.");

    /// <summary>A factor that nobody is asked about.</summary>
    public static readonly DiagnosticRule FactorWithoutStatement = new("TZ2901", Severity.Warning, "no statement of the form belongs to the factor",
        "a statement for each factor", "Add one, or accept that the report has no result for this factor.");

    /// <summary>A question that names the respondent.</summary>
    public static readonly DiagnosticRule Identifies = new("TZ2902", Severity.Error, "the question tells who the respondent is",
        "a question that many respondents answer alike", "Leave it out: the survey is anonymous.");

    /// <summary>More background questions than anonymity bears.</summary>
    public static readonly DiagnosticRule ManyBackgrounds = new("TZ2903", Severity.Warning, "many background questions together tell who a respondent is",
        "at most 4 background questions", "Leave out those that no decision needs.");

    /// <summary>A choice that is none.</summary>
    public static readonly DiagnosticRule Categories = new("TZ2904", Severity.Error, "the question has no choice, or too much of it",
        "2 to 100 categories", "Add categories, put some together, or leave the question out.");

    /// <summary>The same words twice.</summary>
    public static readonly DiagnosticRule SameWords = new("TZ2905", Severity.Error, "the same words stand twice in the form",
        "words of its own for each statement and category", "Correct one of them.");

    /// <summary>Agreement always means the same.</summary>
    public static readonly DiagnosticRule OneDirection = new("TZ2906", Severity.Warning, "agreeing with everything is always good news, or always bad",
        "some statements turned round", "Turn some statements round (reversed: true), so that those who agree with everything do not decide the result.");
}
