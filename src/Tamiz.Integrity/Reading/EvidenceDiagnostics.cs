namespace Tamiz.Integrity.Reading;

/// <summary>What can be wrong with evidence: TZ2960 to TZ2964, TZ2968.</summary>
public static class EvidenceDiagnostics
{
    /// <summary>Evidence that cannot be found.</summary>
    public static readonly DiagnosticRule Nowhere = new("TZ2960", Severity.Error, "the evidence stands nowhere",
        "a path, a url or a reference", "Say where it is to be found.");

    /// <summary>A file that is not there.</summary>
    public static readonly DiagnosticRule Missing = new("TZ2961", Severity.Warning, "the file of the evidence is missing",
        "the file within the folder integrity", "Put it there, or correct the path.");

    /// <summary>A file that is another than it was.</summary>
    public static readonly DiagnosticRule Changed = new("TZ2962", Severity.Warning, "the file of the evidence is not what it was",
        "a file with the SHA-256 that was noted", "Find out who changed it; note the new digest only where the change is right.");

    /// <summary>A path out of the folder.</summary>
    public static readonly DiagnosticRule Outside = new("TZ2963", Severity.Error, "the path leaves the folder integrity",
        "a path within the folder, with forward strokes", "Copy the file into the folder and name it there.");

    /// <summary>No digest.</summary>
    public static readonly DiagnosticRule NoDigest = new("TZ2964", Severity.Error, "this is no SHA-256",
        "64 hexadecimal digits", "Take the output of sha256sum, or leave the key out.");

    /// <summary>A date after the day on which it was used.</summary>
    public static readonly DiagnosticRule TooLate = new("TZ2968", Severity.Warning, "the evidence is dated later than what it shows",
        "an earlier date", "Correct the date.");
}
