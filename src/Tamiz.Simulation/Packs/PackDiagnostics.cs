namespace Tamiz.Simulation.Packs;

/// <summary>What can be wrong with a pack, a scheme or a table of goods beyond its YAML: TZ20xx.</summary>
public static class PackDiagnostics
{
    /// <summary>A parameter whose unit and source nothing states.</summary>
    public static readonly DiagnosticRule NoSource = new("TZ2001", Severity.Error, "a parameter without unit and source",
        "an entry under «sources» for the key's path, or for one that it lies under", "Add the path to «sources» with unit and source; say «set by hand» where that is the truth.");

    /// <summary>An entry of sources that is about nothing in the file.</summary>
    public static readonly DiagnosticRule NothingSourced = new("TZ2002", Severity.Error, "a source for a parameter that is not there",
        "the path of a key of this file", "Correct the path, or remove the entry.");

    /// <summary>A code that the nomenclature does not have.</summary>
    public static readonly DiagnosticRule UnknownHs = new("TZ2003", Severity.Error, "no subheading of the Harmonized System",
        "six digits of HS 2022", "Correct the code.");

    /// <summary>A name that nothing of the kind has.</summary>
    public static readonly DiagnosticRule UnknownName = new("TZ2004", Severity.Error, "unknown name",
        "a name that the world knows", "Correct the spelling, or add what is named.");

    /// <summary>Two things of one name.</summary>
    public static readonly DiagnosticRule Twice = new("TZ2005", Severity.Error, "the name stands twice",
        "a name of its own", "Rename or remove one of them.");

    /// <summary>Parameters that do not go together.</summary>
    public static readonly DiagnosticRule NoWorld = new("TZ2006", Severity.Error, "the parameters do not make a world",
        "parameters that go together", "Change one of them.");

    /// <summary>A pack or a table that is neither shipped nor a file.</summary>
    public static readonly DiagnosticRule NotFound = new("TZ2007", Severity.Error, "not found",
        "a name of what is shipped, or a file", "Correct the name or the path.");

    /// <summary>A text that is YAML, and yet not what a pack may be.</summary>
    public static readonly DiagnosticRule NotPlain = new("TZ2008", Severity.Error, "the file is more than a plain table",
        "at most 16 levels and 100,000 values, without anchors and aliases", "Write out what is shared; remove what is too much.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } = [NoSource, NothingSourced, UnknownHs, UnknownName, Twice, NoWorld, NotFound, NotPlain];
}
