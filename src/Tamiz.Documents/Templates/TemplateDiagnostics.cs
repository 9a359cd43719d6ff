namespace Tamiz.Documents.Templates;

/// <summary>What can be wrong with a template folder: TZ3030 to TZ3039.</summary>
public static class TemplateDiagnostics
{
    /// <summary>A file of the template is missing.</summary>
    public static readonly DiagnosticRule NoFile = new("TZ3030", Severity.Error, "a file of the template is not there",
        "the file in the template's folder", "Put it there, or remove the line that names it.");

    /// <summary>A colour is not one.</summary>
    public static readonly DiagnosticRule NoColour = new("TZ3031", Severity.Error, "not a colour",
        "a colour as \"#12466b\", in quotes", "Write # and six digits from 0 to f, in quotes.");

    /// <summary>A list of colours has another length.</summary>
    public static readonly DiagnosticRule WrongCount = new("TZ3032", Severity.Error, "wrong number of colours",
        "one colour for each", "Give five tones from good to bad, and six colours of series.");

    /// <summary>Two colours that are read on each other are too alike.</summary>
    public static readonly DiagnosticRule TooPale = new("TZ3033", Severity.Warning, "the contrast is too low to be read by everybody",
        "a contrast of 4.5 to 1 or more", "Choose a darker colour.");

    /// <summary>The logo is not a picture that we can take.</summary>
    public static readonly DiagnosticRule NoPicture = new("TZ3034", Severity.Error, "the logo is not a usable picture",
        "a PNG of at most 2 MB, at least 16 and at most 8,000 pixels a side", "Save it as PNG.");

    /// <summary>The base document cannot be read.</summary>
    public static readonly DiagnosticRule NoBase = new("TZ3035", Severity.Error, "the base document is not readable as DOCX",
        "a DOCX with styles", "Save it as Word document (.docx), without a password.");

    /// <summary>A text of the cover is missing in the document's language.</summary>
    public static readonly DiagnosticRule NoLanguage = new("TZ3036", Severity.Warning, "the cover has no words in this language",
        "words in the language of the document", "Add them; the first language that there is stands in.");

    /// <summary>The tones do not darken from good to bad.</summary>
    public static readonly DiagnosticRule TonesAlike = new("TZ3037", Severity.Warning, "two tones next to each other are not told apart in grey",
        "tones that darken from good to bad", "Choose them so that each is darker than the one before.");
}
