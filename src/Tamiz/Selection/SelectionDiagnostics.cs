namespace Tamiz.Selection;

/// <summary>What can be wrong with the lanes and offices of tamiz.yaml: TZ04xx.</summary>
public static class SelectionDiagnostics
{
    /// <summary>Fewer than two lanes.</summary>
    public static readonly DiagnosticRule TooFewLanes = new("TZ0401", Severity.Error, "there are too few lanes",
        "a controlling lane and the release lane", "Add the lane that is missing.");

    /// <summary>The draw alone fills a lane.</summary>
    public static readonly DiagnosticRule RandomFillsLane = new("TZ0402", Severity.Warning, "the random share uses up the lane's capacity",
        "a random share below the lane's share", "Raise the share or lower the random share, else no declaration is selected for its risk.");

    /// <summary>Two lanes have one id.</summary>
    public static readonly DiagnosticRule DuplicateLane = new("TZ0403", Severity.Error, "the lane stands twice",
        "an id of its own", "Remove or rename one of them.");

    /// <summary>Two entries are about one office.</summary>
    public static readonly DiagnosticRule DuplicateOffice = new("TZ0404", Severity.Error, "the office stands twice",
        "one entry an office", "Join the two entries.");

    /// <summary>A lane's id is a word that an office's entry uses for something else, or has other characters than letters, digits, - and _.</summary>
    public static readonly DiagnosticRule UnusableLane = new("TZ0405", Severity.Error, "the lane's id cannot be used",
        "letters, digits, - and _, and none of id, timeZone and random", "Choose another id.");

    /// <summary>Both share and perDay.</summary>
    public static readonly DiagnosticRule TwoCapacities = new("TZ0406", Severity.Error, "the capacity is stated twice",
        "either share or perDay", "Remove one of them.");

    /// <summary>The last lane has a capacity or a random share.</summary>
    public static readonly DiagnosticRule ControlledRelease = new("TZ0407", Severity.Error, "the release lane has a capacity or a random share",
        "neither, since the last lane takes what the others leave", "Remove it, or add a release lane after this one.");

    /// <summary>A lane before the last has no capacity.</summary>
    public static readonly DiagnosticRule NoCapacity = new("TZ0408", Severity.Error, "the lane has no capacity",
        "share or perDay", "Add the capacity; share: 0 % where only the draw and mandatory control should use it.");

    /// <summary>The random shares of the lanes add up to more than everything.</summary>
    public static readonly DiagnosticRule TooMuchRandom = new("TZ0409", Severity.Error, "the random shares add up to more than 100 %",
        "at most 100 %", "Lower them.");

    /// <summary>The shares of the lanes add up to more than everything.</summary>
    public static readonly DiagnosticRule TooMuchCapacity = new("TZ0410", Severity.Error, "the lanes' shares add up to more than 100 %",
        "at most 100 %", "Lower them.");

    /// <summary>No declaration is ever drawn into the most controlling lane.</summary>
    public static readonly DiagnosticRule NoRandom = new("TZ0411", Severity.Warning, "nothing is selected at random",
        "a random share above 0 % in the most controlling lane",
        "Without it neither compliance nor the rules' hit rates can be estimated, and selection can be foreseen; 1 % is usual.");

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
    [
        TooFewLanes, RandomFillsLane, DuplicateLane, DuplicateOffice,
        UnusableLane, TwoCapacities, ControlledRelease, NoCapacity,
        TooMuchRandom, TooMuchCapacity, NoRandom,
    ];
}
