namespace Tamiz.Integrity.Reading;

/// <summary>What became of a file that was named as evidence.</summary>
public enum EvidenceState
{
    /// <summary>It is no file of the home.</summary>
    Elsewhere,

    /// <summary>The file is there; its digest was not noted.</summary>
    Present,

    /// <summary>The file is there, as it was when its digest was noted.</summary>
    Unchanged,

    /// <summary>The file is there, and is not what it was.</summary>
    Changed,

    /// <summary>The file is not there.</summary>
    Missing,
}
