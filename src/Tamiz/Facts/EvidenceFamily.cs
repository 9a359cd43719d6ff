namespace Tamiz.Facts;

/// <summary>Where knowledge comes from: the three families that risk analysis combines.</summary>
public enum EvidenceFamily
{
    /// <summary>The customs system's own declarations, controls and findings.</summary>
    Internal,

    /// <summary>Graded reports.</summary>
    Intelligence,

    /// <summary>What anyone can know: published lists, price references, registers.</summary>
    OpenSource,
}
