namespace Tamiz.Verifier.Rules;

/// <summary>What was met of an identity.</summary>
[Flags]
internal enum IdentityMarks : byte
{
    None = 0,

    /// <summary>A draw, on whatever day.</summary>
    Drawn = 1,

    /// <summary>A live declaration of version 1.</summary>
    Live = 2,

    /// <summary>After that: an assessment of version 1.</summary>
    AssessedSince = 4,

    /// <summary>After that: a draw.</summary>
    DrawnSince = 8,

    /// <summary>After that: a lane of version 1.</summary>
    LaneSince = 16,

    /// <summary>All that must follow a live declaration.</summary>
    Followed = AssessedSince | DrawnSince | LaneSince,
}
