namespace Tamiz;

/// <summary>What a diagnostic means for the row, file or setting that it is about.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing was changed.</summary>
    Note,

    /// <summary>Implausible or inconsistent; the row is taken as lodged.</summary>
    Warning,

    /// <summary>Could not be used: the row is refused, or the file or setting is not used.</summary>
    Error,
}
