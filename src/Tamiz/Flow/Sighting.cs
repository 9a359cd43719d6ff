namespace Tamiz.Flow;

/// <summary>Whether a declaration's number was seen before.</summary>
public enum Sighting
{
    /// <summary>Not seen before.</summary>
    New,

    /// <summary>Seen, with the same content.</summary>
    Same,

    /// <summary>Seen, with other content.</summary>
    Other,
}
