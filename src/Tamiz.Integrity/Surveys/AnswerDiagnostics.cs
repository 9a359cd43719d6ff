namespace Tamiz.Integrity.Surveys;

/// <summary>What can be wrong with a file of answers: TZ2917 to TZ2927.</summary>
public static class AnswerDiagnostics
{
    /// <summary>A column that the form does not have; the file is not read.</summary>
    public static readonly DiagnosticRule UnknownColumn = new("TZ2917", Severity.Error, "the column is not in the questionnaire",
        "the id of a background question or of a statement", "Correct the heading, or take the column out; `tamiz integrity survey --template` writes the headings.");

    /// <summary>A column that tells who or when; the file is not read.</summary>
    public static readonly DiagnosticRule IdentifyingColumn = new("TZ2918", Severity.Error, "the column can tell who answered",
        "answers without names, numbers, dates or addresses", "Have whoever collects take the column out before handing the file over; do not keep this file.");

    /// <summary>No statement among the headings.</summary>
    public static readonly DiagnosticRule NoStatements = new("TZ2919", Severity.Error, "no column is a statement of the questionnaire",
        "ids of statements, separated by , or ; or tabs", "Check the separator and the first line; `tamiz integrity survey --template` writes the headings.");

    /// <summary>Columns that are missing.</summary>
    public static readonly DiagnosticRule NotAsked = new("TZ2920", Severity.Warning, "columns of the questionnaire are missing",
        "a column for each question", "Add them where they were asked; without, they count as not answered.");

    /// <summary>A category that the form does not have; the row is refused.</summary>
    public static readonly DiagnosticRule UnknownCategory = new("TZ2921", Severity.Error, "the category is not in the questionnaire",
        "the id of a category, or nothing", "Correct the code; the codebook lists them. The row is not used.");

    /// <summary>An answer off the scale; the row is refused.</summary>
    public static readonly DiagnosticRule OffScale = new("TZ2922", Severity.Error, "the answer is not on the scale",
        "1 to 5, or 0 or nothing for «cannot say»", "Correct the answer. The row is not used.");

    /// <summary>A row without answers; it is refused.</summary>
    public static readonly DiagnosticRule NothingAnswered = new("TZ2923", Severity.Error, "the row answers no statement",
        "at least one answer from 1 to 5", "Take the row out. It is not used.");

    /// <summary>Rows that are the same.</summary>
    public static readonly DiagnosticRule Repeated = new("TZ2924", Severity.Warning, "rows are the same as others, answer by answer",
        "rows that differ", "Ask whoever collected whether forms were entered twice; which rows is not said, they are kept.");

    /// <summary>Headings without rows.</summary>
    public static readonly DiagnosticRule NoRows = new("TZ2925", Severity.Error, "the file holds no usable row",
        "a row for each respondent", "Export the answers again.");

    /// <summary>More answers than persons.</summary>
    public static readonly DiagnosticRule MoreThanPersons = new("TZ2926", Severity.Warning, "more respondents than there are persons",
        "at most the persons that the round states", "Correct the population, or ask whoever collected about double answers.");

    /// <summary>Rounds that cannot be compared in all.</summary>
    public static readonly DiagnosticRule RoundsDiffer = new("TZ2927", Severity.Warning, "a statement was asked in one of the rounds only",
        "the same statements in both rounds", "It is left out of the comparison.");
}
