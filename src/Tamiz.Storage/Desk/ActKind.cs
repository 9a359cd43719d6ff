namespace Tamiz.Storage.Desk;

/// <summary>What somebody did to a declaration.</summary>
public enum ActKind
{
    /// <summary>An inspector was assigned.</summary>
    Assignment,

    /// <summary>Another lane was put in force.</summary>
    Override,

    /// <summary>The declarant lodged a further version.</summary>
    Amendment,

    /// <summary>The declaration was cancelled.</summary>
    Cancellation,
}
