namespace Tamiz.Assessment;

/// <summary>How an argument of an evidence is written.</summary>
public enum ArgumentKind
{
    /// <summary>As it stands.</summary>
    Text,

    /// <summary>A code that has words in each language: a field, a check.</summary>
    Word,

    /// <summary>A share, written in per cent.</summary>
    Share,

    /// <summary>A count, rounded.</summary>
    Count,

    /// <summary>A number.</summary>
    Number,
}
