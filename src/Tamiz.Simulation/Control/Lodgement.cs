using Tamiz.Simulation.World;

namespace Tamiz.Simulation.Control;

/// <summary>A version of a declaration as it was lodged, and what became of it.</summary>
public sealed class Lodgement
{
    /// <summary>What was declared, with what is true of it.</summary>
    public required Consignment Consignment { get; init; }

    /// <summary>Year of its number.</summary>
    public required int Year { get; init; }

    /// <summary>Its number in the office and year.</summary>
    public required int Number { get; init; }

    /// <summary>1, and one more with each correction.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Minutes from the world's beginning to its lodgement.</summary>
    public required long Minute { get; init; }

    /// <summary>Units of the country's currency for a US dollar when it was lodged.</summary>
    public double Rate { get; init; }

    /// <summary>Its name: OFFICE/YEAR/NUMBER.</summary>
    public required string Id { get; init; }

    /// <summary>Who handles it; null for a version that was replaced before its lane.</summary>
    public Officer? Inspector { get; set; }

    /// <summary>What a control found, by item; empty where there was none.</summary>
    public IReadOnlyList<Finding> Findings { get; set; } = [];

    /// <summary>For each item, whether a full control by the inspector assigned would find it.</summary>
    public bool[] WouldBeFound { get; set; } = [];

    /// <summary>The day of its lodgement.</summary>
    public int Day => (int)(Minute / WorldClock.DayMinutes);
}
