namespace Tamiz.Facts;

/// <summary>From when on a fact may be read.</summary>
public enum AsOfRule
{
    /// <summary>It stands in the declaration as lodged.</summary>
    Lodged,

    /// <summary>Declarations lodged before this one's instant.</summary>
    ObservedBefore,

    /// <summary>Findings that became known before this one's instant.</summary>
    KnownBefore,

    /// <summary>Entries and reports that were known on the day of lodgement.</summary>
    PublishedOn,
}
