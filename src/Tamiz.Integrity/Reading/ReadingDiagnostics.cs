namespace Tamiz.Integrity.Reading;

/// <summary>What can be wrong with any file of the integrity strategy: TZ2950 to TZ2953.</summary>
public static class ReadingDiagnostics
{
    /// <summary>A text by languages lacks some.</summary>
    public static readonly DiagnosticRule MissingLanguage = new("TZ2950", Severity.Note, "a text is missing in a language",
        "a text in each language", "Reports in that language show the first text there is; translate it.");

    /// <summary>An id that cannot be one.</summary>
    public static readonly DiagnosticRule UnusableId = new("TZ2951", Severity.Error, "the id cannot be used",
        "small letters, digits and -, beginning with a letter or digit", "Change the id, and wherever it is named.");

    /// <summary>An id stands twice.</summary>
    public static readonly DiagnosticRule DuplicateId = new("TZ2952", Severity.Error, "the id stands twice",
        "an id of its own", "Give one of them another id.");

    /// <summary>Something is named that is not there.</summary>
    public static readonly DiagnosticRule UnknownReference = new("TZ2953", Severity.Error, "nothing has that id",
        "an id that stands in the file", "Correct the id, or add what it names.");
}
