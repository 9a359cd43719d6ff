namespace Tamiz.Storage;

/// <summary>Something that a home keeps cannot be used as it is; the diagnostic says which file, what was found and what to do.</summary>
public sealed class HomeException : Exception
{
    /// <summary>An exception for a diagnostic.</summary>
    /// <param name="diagnostic">What is wrong.</param>
    /// <param name="cause">What was thrown below; null where nothing was.</param>
    public HomeException(Diagnostic diagnostic, Exception? cause = null)
        : base(diagnostic.ToString(), cause) => Diagnostic = diagnostic;

    /// <summary>What is wrong.</summary>
    public Diagnostic Diagnostic { get; }
}
