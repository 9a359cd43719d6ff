namespace Tamiz.Simulation.Checking;

/// <summary>What can be wrong with a written world: TZ28xx.</summary>
public static class CheckDiagnostics
{
    /// <summary>The folder holds no world.</summary>
    public static readonly DiagnosticRule NoWorld = new("TZ2801", Severity.Error, "there is no world here that can be read",
        "world.json, format 1, the last file that tamiz simulate world writes", "Check the path, or make the world again.");

    /// <summary>A file is missing.</summary>
    public static readonly DiagnosticRule FileMissing = new("TZ2802", Severity.Error, "a file of the world is missing or cannot be read",
        "every file of the contract, readable", "Make the world again.");

    /// <summary>A file was changed after it was written.</summary>
    public static readonly DiagnosticRule FileChanged = new("TZ2803", Severity.Error, "the file is not the one that was written",
        "the SHA-256 that world.json states", "Make the world again; a world is not edited.");

    /// <summary>A file that world.json does not name.</summary>
    public static readonly DiagnosticRule FileUnknown = new("TZ2804", Severity.Warning, "the file is not named in world.json",
        "only files that world.json names", "Remove it; nothing reads it.");

    /// <summary>A column that the measures need.</summary>
    public static readonly DiagnosticRule ColumnMissing = new("TZ2805", Severity.Error, "a column is missing",
        "the headings of docs/reference/simulation.md", "Make the world again with this version.");

    /// <summary>A value that cannot be read.</summary>
    public static readonly DiagnosticRule BadValue = new("TZ2806", Severity.Error, "the value cannot be read",
        "a value of the column's kind", "Make the world again.");

    /// <summary>A row whose fields are broken, too few or too many.</summary>
    public static readonly DiagnosticRule BadRow = new("TZ2807", Severity.Error, "the row is broken",
        "as many fields as there are headings", "Make the world again.");

    /// <summary>The number of rows is another.</summary>
    public static readonly DiagnosticRule RowCount = new("TZ2808", Severity.Error, "the number of rows is another",
        "as many rows as world.json states", "Make the world again.");

    /// <summary>A target that cannot be read.</summary>
    public static readonly DiagnosticRule UnknownTarget = new("TZ2809", Severity.Error, "there is no such target",
        "a target of docs/reference/simulation.md", "Correct the name, or remove the line.");

    /// <summary>Two items have one identity.</summary>
    public static readonly DiagnosticRule DuplicateItem = new("TZ2811", Severity.Error, "an item stands twice",
        "one row for each item of a version of a declaration", "Look where the world numbers its declarations.");

    /// <summary>Values and masses that are not positive.</summary>
    public static readonly DiagnosticRule NotPositive = new("TZ2812", Severity.Error, "the value or the mass is not positive",
        "a customs value and a net mass above 0", "Look at the distributions of the pack.");

    /// <summary>A container number whose check digit is wrong.</summary>
    public static readonly DiagnosticRule BadContainer = new("TZ2813", Severity.Error, "the container number does not hold its check digit",
        "a number after ISO 6346", "Look where the world numbers its containers.");

    /// <summary>A row about a declaration that was not lodged.</summary>
    public static readonly DiagnosticRule NotLodged = new("TZ2814", Severity.Error, "it is about a declaration or an item that was not lodged",
        "a declaration of declarations/*.csv", "Look where the world writes its side records.");

    /// <summary>A row of truth is missing or stands twice.</summary>
    public static readonly DiagnosticRule TruthMissing = new("TZ2815", Severity.Error, "an item does not have exactly one row of truth",
        "one row of truth/items.csv for each item", "Look where the world writes its truth.");

    /// <summary>A finding without a control.</summary>
    public static readonly DiagnosticRule FindingWithoutControl = new("TZ2816", Severity.Error, "a finding without a control",
        "findings only of what was controlled", "Look where the world writes its findings.");

    /// <summary>A finding before its control, or a control before the lodgement.</summary>
    public static readonly DiagnosticRule OutOfOrder = new("TZ2817", Severity.Error, "the instants are out of order",
        "lodged, then controlled, then known", "Look where the world draws its delays.");

    /// <summary>More work in a day than there is time.</summary>
    public static readonly DiagnosticRule OverCapacity = new("TZ2818", Severity.Error, "more was controlled than there was capacity",
        "minutes of control within the minutes of the office's shifts that day", "Look where the world gives its lanes.");

    /// <summary>Truth stands among what is observed.</summary>
    public static readonly DiagnosticRule TruthLeaks = new("TZ2819", Severity.Error, "what only the truth may know stands among what is observed",
        "no scheme and no mechanism by name outside truth/", "Look where the world writes what is observed.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
    [
        NoWorld, FileMissing, FileChanged, FileUnknown, ColumnMissing, BadValue, BadRow, RowCount, UnknownTarget,
        DuplicateItem, NotPositive, BadContainer, NotLodged, TruthMissing, FindingWithoutControl, OutOfOrder, OverCapacity, TruthLeaks,
    ];
}
