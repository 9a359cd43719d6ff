namespace Tamiz.Integrity.Programmes;

/// <summary>What can be wrong with a programme's list of members and with summaries: TZ2930 to TZ2949.</summary>
public static class ProgrammeDiagnostics
{
    /// <summary>Two members have the same code or the same key.</summary>
    public static readonly DiagnosticRule Twice = new("TZ2930", Severity.Error, "two members have the same code or key",
        "a code and keys that no other member has", "Correct one of them; a key speaks for one administration.");

    /// <summary>A member, or a summary, names a region that the programme does not have.</summary>
    public static readonly DiagnosticRule UnknownRegion = new("TZ2931", Severity.Error, "the programme has no such region",
        "a region of the programme", "Correct the region, or add it under regions.");

    /// <summary>A member's key cannot be used.</summary>
    public static readonly DiagnosticRule UnusableFingerprint = new("TZ2932", Severity.Error, "the member's key cannot be used",
        "64 hexadecimal digits (SHA-256 of the public key), with a first day before the last", "Ask the member for its fingerprint by another way than the summary's.");

    /// <summary>A round is not there, or stands twice.</summary>
    public static readonly DiagnosticRule UnusableRound = new("TZ2933", Severity.Error, "the round cannot be used",
        "a round of the programme, listed once", "List each round once under rounds, with the day on which it ends.");

    /// <summary>Something in the folder is not a file that can be read.</summary>
    public static readonly DiagnosticRule NoFile = new("TZ2934", Severity.Error, "not a file that can be read",
        "a file with content; links are not followed", "Put the file itself there.");

    /// <summary>A file is too large for a summary, or there are too many.</summary>
    public static readonly DiagnosticRule TooLarge = new("TZ2935", Severity.Error, "too large to be a summary",
        "at most 64 KiB", "Remove it from the folder.");

    /// <summary>A file is not a summary.</summary>
    public static readonly DiagnosticRule NoSummary = new("TZ2936", Severity.Error, "not a summary",
        "one line of JSON as tamiz integrity summary writes it", "Ask the member for the file as it was written; do not open and save it.");

    /// <summary>A field is not the one that comes next, or its value is of another kind.</summary>
    public static readonly DiagnosticRule WrongField = new("TZ2937", Severity.Error, "a field of the summary is missing, unknown or of another kind",
        "the fields in their order", "Ask the member for the file as it was written.");

    /// <summary>A value of a summary is outside its range.</summary>
    public static readonly DiagnosticRule OutOfRange = new("TZ2938", Severity.Error, "a value is outside its range",
        "a value that can be", "Ask the member to correct its files and to write the summary again.");

    /// <summary>A figure rests on fewer persons than may be published.</summary>
    public static readonly DiagnosticRule TooFew = new("TZ2939", Severity.Error, "a figure rests on too few persons",
        "5 persons or more, or the figure withheld", "Ask the member to write the summary again; delete this one.");

    /// <summary>A summary says the same in other bytes than those that are laid down.</summary>
    public static readonly DiagnosticRule NotCanonical = new("TZ2940", Severity.Error, "the summary is not written in the one way that is laid down",
        "the bytes that its content has", "Ask the member for the file as it was written; do not open and save it.");

    /// <summary>The signature is not that of the key in the file over the bytes of the file.</summary>
    public static readonly DiagnosticRule WrongSignature = new("TZ2941", Severity.Error, "the signature is wrong: the summary was changed, or somebody else signed it",
        "the signature of the key that it names", "Do not use it. Ask the member for its summary by another way, and how it came to this.");

    /// <summary>Nobody in the programme has that code.</summary>
    public static readonly DiagnosticRule UnknownMember = new("TZ2942", Severity.Error, "no member of the programme has that code",
        "the code of a member that had joined by then", "Add the member to members.yaml, or remove the file.");

    /// <summary>The key that signed is not one of the member's.</summary>
    public static readonly DiagnosticRule ForeignKey = new("TZ2943", Severity.Error, "signed with a key that is not the member's at that date",
        "a key that members.yaml states for the member at the summary's date", "Ask the member, by another way, whether it has a new key.");

    /// <summary>The public key is none, or not the one whose fingerprint is stated.</summary>
    public static readonly DiagnosticRule UnusableKey = new("TZ2944", Severity.Error, "the public key cannot be used",
        "a key over P-256 whose fingerprint stands before it", "Ask the member for the file as it was written.");

    /// <summary>A member has sent more than one summary of a round.</summary>
    public static readonly DiagnosticRule Superseded = new("TZ2945", Severity.Warning, "another summary of the same member and round is used",
        "one summary of a member and round", "Nothing, where the member sent a newer one; else ask it which one counts.");

    /// <summary>Summaries of a member and round that have the same date contradict each other.</summary>
    public static readonly DiagnosticRule Contradiction = new("TZ2946", Severity.Error, "two summaries of the same member, round and date contradict each other",
        "one summary of a member, round and date", "Neither is used. Ask the member to write it again.");

    /// <summary>A summary is older than its round allows.</summary>
    public static readonly DiagnosticRule Stale = new("TZ2947", Severity.Warning, "the summary is too old for its round",
        "a date near enough to the end of its round", "It is not used. Ask the member for a newer one.");

    /// <summary>A summary is of a round that the programme does not have, or of a day that has not come.</summary>
    public static readonly DiagnosticRule OtherRound = new("TZ2948", Severity.Error, "the summary's round or date does not fit the programme",
        "a round of the programme, and a day that has come", "Add the round to members.yaml, or ask the member to correct it.");

    /// <summary>A summary names another region than the programme's list.</summary>
    public static readonly DiagnosticRule OtherRegion = new("TZ2949", Severity.Warning, "the summary names another region than the programme",
        "the member's region", "The programme's own is used; correct the one that is wrong.");
}
