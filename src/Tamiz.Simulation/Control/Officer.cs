namespace Tamiz.Simulation.Control;

/// <summary>An officer.</summary>
public sealed class Officer
{
    /// <summary>Number in the world.</summary>
    public required int Index { get; init; }

    /// <summary>Service number.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the office.</summary>
    public required int Office { get; init; }

    /// <summary><c>inspector</c> or <c>supervisor</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Chapters that the officer may handle; empty for all.</summary>
    public required IReadOnlyList<string> Chapters { get; init; }

    /// <summary>What the detection of each scheme is multiplied by.</summary>
    public required double[] Skill { get; init; }

    /// <summary>What the minutes of a control are divided by.</summary>
    public required double Speed { get; init; }

    /// <summary>Whether the officer works at odd hours, honestly.</summary>
    public required bool OddHours { get; init; }

    /// <summary>The declarant that the officer takes money from; null for an honest one.</summary>
    public int? Partner { get; set; }

    /// <summary>Share of the partner's files that are diverted to the officer.</summary>
    public double Diverts { get; set; }

    /// <summary>Whether the officer may handle goods of a chapter.</summary>
    public bool Handles(ReadOnlySpan<char> hs)
    {
        foreach (var chapter in Chapters)
        {
            if (hs.StartsWith(chapter, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Chapters.Count == 0;
    }
}
